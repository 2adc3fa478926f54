// Owns collecting a measured server's garbage when the benchmark asks for it; loaded before the server, with --expose-gc.
process.on('SIGUSR2', () => global.gc())
