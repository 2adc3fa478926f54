// The reference page: one RTCPeerConnection by hand with one video transceiver that waits for a track; sharing is
// getDisplayMedia and replaceTrack. What may differ between measurements is in the words of `connect` and `share`.
'use strict'
const socket = new WebSocket(`ws://${location.host}/relay`)
const remote = document.getElementById('remote')
const send = (message) => socket.send(JSON.stringify(message))
let connection = null
let sender = null
let offers = 0

function make() {
  connection?.close()
  connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
  connection.onicecandidate = ({ candidate }) => candidate && send({ candidate })
  connection.ontrack = ({ track }) => (remote.srcObject = new MediaStream([track]))
  return connection
}

/** The codecs named, in this order, then whatever repairs losses. */
function preferred(names) {
  const { codecs } = RTCRtpReceiver.getCapabilities('video')
  const repairs = codecs.filter(({ mimeType }) => /rtx|red|ulpfec/.test(mimeType))
  const isWanted = ({ mimeType, sdpFmtpLine = '' }, name) =>
    mimeType.toLowerCase() === `video/${name.toLowerCase()}` &&
    !/profile-id=[123]|profile=1/.test(sdpFmtpLine)
  return [...names.flatMap((name) => codecs.filter((codec) => isWanted(codec, name))), ...repairs]
}

/** x-google-start-bitrate into each codec of the answer, as far as this is still asked for. */
function withStartRate(description, kbps) {
  if (!kbps) return description
  const sdp = description.sdp.replace(/^a=rtpmap:(\d+) (VP8|VP9|AV1|H264)\/90000\r\n/gm, (line, payload) => {
    return `${line}a=fmtp:${payload} x-google-start-bitrate=${kbps}\r\n`
  })
  return { type: description.type, sdp }
}

let startKbps = 0
const api = {
  isReady: () => socket.readyState === WebSocket.OPEN,
  async connect({ codecs = [], encoding = {}, startRateKbps = 0, degradation = '' } = {}) {
    startKbps = startRateKbps
    const pc = make()
    const transceiver = pc.addTransceiver('video', { direction: 'sendonly', sendEncodings: [encoding] })
    sender = transceiver.sender
    if (codecs.length > 0) transceiver.setCodecPreferences(preferred(codecs))
    offers += 1
    await pc.setLocalDescription()
    send({ description: pc.localDescription })
    if (pc.connectionState !== 'connected') {
      await new Promise(
        (done) => (pc.onconnectionstatechange = () => pc.connectionState === 'connected' && done()),
      )
    }
    if (degradation) await api.setParameters({ degradationPreference: degradation })
  },
  async share({ hint = '', constraints = true } = {}) {
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: constraints })
    const [track] = stream.getVideoTracks()
    track.contentHint = hint
    const before = sender.track
    await sender.replaceTrack(track)
    before?.stop()
    return track.getSettings()
  },
  stopSharing() {
    sender.track?.stop()
    return sender.replaceTrack(null)
  },
  /** Also `encoding: {…}` for the first one. */
  async setParameters({ encoding, ...rest }) {
    const parameters = sender.getParameters()
    Object.assign(parameters, rest)
    Object.assign(parameters.encodings[0], encoding)
    await sender.setParameters(parameters)
  },
  offers: () => offers,
  settings: () => sender.track?.getSettings() ?? null,
  async stats() {
    return [...(await connection.getStats()).values()]
  },
  /** Grey values of the picture that is shown now, stretched to this size, as base64. */
  grey(width, height) {
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d', { willReadFrequently: true })
    context.imageSmoothingQuality = 'high'
    context.drawImage(remote, 0, 0, width, height)
    const { data } = context.getImageData(0, 0, width, height)
    const grey = new Uint8Array(width * height)
    for (let i = 0; i < grey.length; i += 1) {
      grey[i] = Math.round(0.299 * data[i * 4] + 0.587 * data[i * 4 + 1] + 0.114 * data[i * 4 + 2])
    }
    let text = ''
    for (let i = 0; i < grey.length; i += 32_768) text += String.fromCharCode(...grey.subarray(i, i + 32_768))
    return btoa(text)
  },
}

// One after the other: a candidate must not overtake its description.
let queue = Promise.resolve()
socket.onmessage = ({ data }) => (queue = queue.then(() => receive(JSON.parse(data))))

async function receive({ description, candidate }) {
  if (candidate) return connection?.addIceCandidate(candidate)
  const pc = description.type === 'offer' ? make() : connection
  await pc.setRemoteDescription(
    description.type === 'answer' ? withStartRate(description, startKbps) : description,
  )
  if (description.type !== 'offer') return
  await pc.setLocalDescription()
  send({ description: pc.localDescription })
}
window.bare = api
