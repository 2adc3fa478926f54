// Owns a call that both sides agreed to: `connecting`, `connected`, `reconnecting`. Pure.
import { assertNever } from '../../../shared/assert-never'
import type { EndReason } from '../../../shared/model/call'
import type { CallMessageOf } from '../../../shared/protocol/call-messages'
import type { CallEvent, CallState, InCallMessage, NoRoute, StageOf, Step } from './call-state'
import {
  bye,
  end,
  firstConnected,
  ignore,
  NO_RELAY,
  restartEffect,
  startTimer,
  stay,
  stopTimer,
  stray,
  to,
} from './call-steps'
import { isSaid, type Said } from './said'
import { restartPauseMs, type CallTimer } from './call-timing'

type Agreed = StageOf<'connecting'> | StageOf<'connected'> | StageOf<'reconnecting'>

export function stepAgreed(state: CallState, stage: Agreed, event: CallEvent, atMs: number): Step {
  switch (event.type) {
    case 'hangUpPressed':
    case 'declinePressed':
      return end(state, { reason: 'ended-by-me', atMs, tell: bye('hung-up') })
    case 'messageReceived':
      return onMessage(state, stage, event, atMs)
    case 'linkUp':
      return onLinkUp(state, stage, atMs)
    case 'linkDown':
      return onLinkDown(state, stage, event.why, atMs)
    case 'timerFired':
      return onTimer(state, stage, event.timer, atMs)
    case 'noRouteFound':
      if (stage.name !== 'connecting') return ignore(state)
      return endWithoutRoute(state, event.reason, atMs)
    case 'networkChanged':
      return stage.name === 'reconnecting' ? tryAt(state, stage, 0) : stay(state, restartEffect(state))
    case 'signallingReturned':
      // A call that is well needs no server; one that isn't has just got a way for its offer.
      if (stage.name === 'reconnecting') return tryAt(state, stage, 0)
      return stage.name === 'connecting' ? stay(state, restartEffect(state)) : ignore(state)
    default:
      return ignore(state)
  }
}

function endWithoutRoute(state: CallState, reason: NoRoute, atMs: number): Step {
  return end(state, { reason, atMs, tell: reason === 'no-relay-here' ? NO_RELAY : bye('failed') })
}

function onLinkUp(state: CallState, stage: Agreed, atMs: number): Step {
  switch (stage.name) {
    case 'connecting':
      return to(
        state,
        { name: 'connected', sinceMs: firstConnected(state, atMs) },
        stopTimer('connect-restart'),
        stopTimer('connect-deadline'),
        { do: 'announceSending' },
      )
    case 'connected':
      return stay(state, stopTimer('disconnected'))
    case 'reconnecting':
      return to(
        state,
        { name: 'connected', sinceMs: stage.sinceMs },
        stopTimer('restart'),
        stopTimer('give-up'),
        { do: 'announceSending' },
      )
    default:
      return assertNever(stage)
  }
}

type Why = Extract<CallEvent, { type: 'linkDown' }>['why']

function onLinkDown(state: CallState, stage: Agreed, why: Why, atMs: number): Step {
  switch (stage.name) {
    case 'connecting':
      return why === 'failed' || why === 'closed' ? stay(state, restartEffect(state)) : ignore(state)
    case 'connected':
      if (why === 'closed') return leave(state, stage, atMs)
      return why === 'disconnected' ? stay(state, startTimer('disconnected')) : lose(state, stage, atMs)
    case 'reconnecting':
      return why === 'closed' ? leave(state, stage, atMs) : ignore(state)
    default:
      return assertNever(stage)
  }
}

function lose(state: CallState, stage: StageOf<'connected'>, atMs: number): Step {
  const lost = { name: 'reconnecting', sinceMs: stage.sinceMs, lostMs: atMs, attempt: 0 } as const
  const { state: next, effects } = tryAt(state, lost, 0)
  return { state: next, effects: [stopTimer('disconnected'), startTimer('give-up'), ...effects] }
}

/** Restarts now and sets the pause until the next attempt. */
function tryAt(state: CallState, stage: StageOf<'reconnecting'>, attempt: number): Step {
  return to(state, { ...stage, attempt }, restartEffect(state), {
    do: 'startTimer',
    timer: 'restart',
    ms: restartPauseMs(attempt),
  })
}

function onTimer(state: CallState, stage: Agreed, timer: CallTimer, atMs: number): Step {
  switch (timer) {
    case 'connect-restart':
      if (stage.name !== 'connecting') return ignore(state)
      return stay(state, restartEffect(state), startTimer('connect-restart'))
    case 'connect-deadline':
      if (stage.name !== 'connecting') return ignore(state)
      return end(state, { reason: 'could-not-connect', atMs, tell: bye('failed') })
    case 'disconnected':
      return stage.name === 'connected' ? lose(state, stage, atMs) : ignore(state)
    case 'restart':
      return stage.name === 'reconnecting' ? tryAt(state, stage, stage.attempt + 1) : ignore(state)
    case 'give-up':
      if (stage.name !== 'reconnecting') return ignore(state)
      return end(state, { reason: 'connection-lost', atMs, tell: bye('failed') })
    case 'dial':
    case 'no-ringing':
    case 'ring':
    case 'return':
      return ignore(state)
    default:
      return assertNever(timer)
  }
}

type Received = Extract<CallEvent, { type: 'messageReceived' }>

function onMessage(state: CallState, stage: Agreed, received: Received, atMs: number): Step {
  const { message } = received
  if (isSaid(message)) return stay(state, { do: 'applyRemote', message })
  if (message.t !== 'bye') return onSignal(state, message, atMs)
  return onBye(state, stage, { bye: message, relayless: received.relayless ?? false }, atMs)
}

type Signal = Exclude<InCallMessage, Said | { t: 'bye' }>

function onSignal(state: CallState, message: Signal, atMs: number): Step {
  switch (message.t) {
    case 'state':
    case 'description':
    case 'candidate':
    case 'ping':
    case 'pong':
      return stay(state, { do: 'applyRemote', message })
    case 'cancel':
    case 'restart-request':
    case 'ringing':
    case 'rung':
      return onOneSided(state, message, atMs)
    case 'accept':
    case 'decline':
    case 'busy':
      return stray(state, message)
    default:
      return assertNever(message)
  }
}

function onBye(state: CallState, stage: Agreed, told: ToldBye, atMs: number): Step {
  if (told.bye.mayReturn && stage.name !== 'connecting') return leave(state, stage, atMs)
  return end(state, { reason: reasonOfBye(state, stage, told), atMs, tell: null })
}

/** Nothing is restarted: there is nobody at the other end until a new page comes. */
function leave(state: CallState, stage: Exclude<Agreed, StageOf<'connecting'>>, atMs: number): Step {
  const lostMs = stage.name === 'reconnecting' ? stage.lostMs : atMs
  return to(
    state,
    { name: 'left', sinceMs: stage.sinceMs, lostMs },
    { do: 'stopTimers' },
    startTimer('return'),
  )
}

type OneSided = Extract<InCallMessage, { t: 'cancel' | 'restart-request' | 'ringing' | 'rung' }>

/** What only the caller, or only the callee, has a reason to send. */
function onOneSided(state: CallState, message: OneSided, atMs: number): Step {
  const fromCaller = state.facts.direction === 'incoming'
  // Crossed with our accept: the caller had hung up first, and cancel wins.
  if (message.t === 'cancel' && fromCaller)
    return end(state, { reason: 'cancelled-by-other', atMs, tell: null })
  if (message.t === 'cancel' || fromCaller) return stray(state, message)
  // The others are from before the accept, which overtook them on the other way.
  return message.t === 'restart-request' ? stay(state, { do: 'restart' }) : ignore(state)
}

interface ToldBye {
  readonly bye: CallMessageOf<'bye'>
  readonly relayless: boolean
}

function reasonOfBye(state: CallState, stage: Agreed, told: ToldBye): EndReason {
  const { reason, noRelay } = told.bye
  switch (reason) {
    case 'hung-up':
      return 'ended-by-other'
    case 'failed':
      if (stage.name !== 'connecting') return 'connection-lost'
      if (noRelay) return 'no-relay-there'
      return told.relayless ? 'no-route-without-relay' : 'could-not-connect'
    case 'refused':
      return 'identity-mismatch'
    case 'not-in-call':
      // Our accept met a call that its caller had given up before.
      if (stage.name === 'connecting') {
        return state.facts.direction === 'incoming' ? 'cancelled-by-other' : 'could-not-connect'
      }
      return 'connection-lost'
    default:
      return assertNever(reason)
  }
}
