import { expect, it } from 'vitest'
import { silentLog } from '../../platform/log'
import { createFakeCertificate } from '../../rtc/fakes/fake-track'
import { createCertificates } from './certificates'

it('one is made ahead, each is used once, and its fingerprint is written as SDP writes it', async () => {
  let made = 0
  const certificates = createCertificates(() => {
    made += 1
    return Promise.resolve(createFakeCertificate())
  }, silentLog)
  expect(made).toBe(1)
  const [first, second] = await Promise.all([certificates.take(), certificates.take()])
  expect(made).toBe(3)
  expect(first?.fingerprint).toMatch(/^(?:[0-9A-F]{2}:){31}[0-9A-F]{2}$/)
  expect(first?.certificate).not.toBe(second?.certificate)
})

it('a failure is tried again by the call that needs one, and is said where it stays', async () => {
  const errors: string[] = []
  let works = false
  const certificates = createCertificates(
    () => (works ? Promise.resolve(createFakeCertificate()) : Promise.reject(new Error('no entropy'))),
    { ...silentLog, error: (what) => errors.push(what) },
  )
  expect(await certificates.take()).toBeNull()
  expect(errors.length).toBeGreaterThan(0)
  works = true
  expect(await certificates.take()).not.toBeNull()
})
