// Owns the words of texts in a call, by key. Joined into one table by en.ts.
import { counted } from './plural'

const nb = '\u00a0'

export const textsWords = {
  texts: {
    title: 'Texts',
    open: 'Texts',
    openUnseen: (unseen: number) => `Texts, ${unseen} new`,
    badge: (unseen: number) => (unseen > 99 ? '99+' : String(unseen)),
    empty: (name: string) => `Paste an address or write a line. Only you and ${name} see it.`,
    gone: 'Texts are gone when the call ends.',
    field: (name: string) => `Text to ${name}`,
    send: 'Send',
    left: (left: number) => `${left} left`,
    tooLong: (over: number) => `${over} too many. Send it in two parts.`,
    you: 'You',
    states: {
      sending: 'Sending',
      waiting: 'Waits for the connection',
      delivered: 'Delivered',
      failed: 'Not delivered',
    },
    retry: 'Send again',
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: "The texts couldn't be copied. Select them and copy them by hand.",
    flooded: (name: string) => `${name} wrote more than is taken here, so some texts are missing.`,
    arrived: (name: string, words: string) => `${name}: ${words}`,
    /** While something is shared: the words could be seen there. */
    arrivedUnread: (name: string) => `${name} wrote something`,
    read: 'Read',
    askWeb: (host: string) => `Open ${host} in your browser?`,
    askMail: (address: string) => `Write to ${address} in your mail program?`,
    openHost: (host: string) => `Open ${host}`,
    writeTo: 'Write a mail',
    notOpened: "That address couldn't be opened. Copy it into your browser.",
    undelivered: counted({
      one: () => 'One text was not delivered',
      other: (n) => `${n}${nb}texts were not delivered`,
    }),
  },
}
