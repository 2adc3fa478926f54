// Owns the switches that give a client a camera and a microphone of its own: a moving picture, a beep each second.

/**
 * No --use-fake-ui-for-media-stream: it would bypass our own permission handlers.
 * @param {{cameras?: number, fps?: number}} [options]
 */
export function fakeMediaSwitches({ cameras = 2, fps = 30 } = {}) {
  return [`--use-fake-device-for-media-stream=device-count=${String(cameras)},fps=${String(fps)}`]
}
