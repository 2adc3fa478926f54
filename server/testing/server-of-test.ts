// Owns that a test's server ends with it.
import { onTestFinished } from 'vitest'
import { startTestServer, type TestServer, type TestServerOptions } from './test-server'

export async function serverOfTest(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options)
  onTestFinished(() => server.close())
  return server
}
