// The reference page: one RTCPeerConnection by hand, trickled candidates, camera opened before the call, the callee
// answers at once. It checks nothing, knows nobody, and is thrown away after each call.
'use strict'
const socket = new WebSocket(`ws://${location.host}/relay`)
const remote = document.getElementById('remote')
const media = navigator.mediaDevices.getUserMedia({
  audio: true,
  video: { width: 1280, height: 720, frameRate: 30 },
})
let connection = null

const send = (message) => socket.send(JSON.stringify(message))

function connect(stream) {
  connection?.close()
  connection = new RTCPeerConnection({ bundlePolicy: 'max-bundle' })
  connection.onicecandidate = ({ candidate }) => candidate && send({ candidate })
  connection.ontrack = ({ streams }) => (remote.srcObject = streams[0])
  for (const track of stream.getTracks()) connection.addTrack(track, stream)
  return connection
}

document.getElementById('call').onclick = async () => {
  const pc = connect(await media)
  await pc.setLocalDescription()
  send({ description: pc.localDescription })
}

// One after the other: a candidate must not overtake its description.
let queue = Promise.resolve()
socket.onmessage = ({ data }) => (queue = queue.then(() => receive(JSON.parse(data))))

async function receive({ description, candidate, hangUp }) {
  if (hangUp) return end()
  if (candidate) return connection?.addIceCandidate(candidate)
  const pc = description.type === 'offer' ? connect(await media) : connection
  await pc.setRemoteDescription(description)
  if (description.type !== 'offer') return
  await pc.setLocalDescription()
  send({ description: pc.localDescription })
}

function end() {
  connection?.close()
  connection = null
  remote.srcObject = null
}

window.hangUp = () => {
  send({ hangUp: true })
  end()
}
window.isReady = async () => socket.readyState === WebSocket.OPEN && (await media).active
