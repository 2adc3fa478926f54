// Owns how much one sender may take.

/** Bits per second, frames per second; `scaleDownBy` 2 halves width and height. */
export interface SenderLimits {
  readonly maxBitrate?: number
  readonly maxFramerate?: number
  readonly scaleDownBy?: number
  readonly priority?: RTCPriorityType
  readonly degradation?: RTCDegradationPreference
}
