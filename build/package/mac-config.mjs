// Owns the part of electron-builder's configuration that is about macOS. It signs by CSC_LINK and CSC_KEY_PASSWORD, and has
// Apple notarise by APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER: https://www.electron.build/code-signing-mac
import { hasCertificate, notarises } from './signing.mjs'

const ENTITLEMENTS = 'build/package/mac/entitlements.plist'

/** @param {NodeJS.ProcessEnv} env @returns {Pick<import('electron-builder').Configuration, 'mac' | 'dmg'>} */
export function macConfig(env) {
  const signs = hasCertificate('mac', env)
  return {
    mac: {
      icon: 'assets/icons/app.icns',
      category: 'public.app-category.social-networking',
      artifactName: 'Parley-${version}-mac-${arch}.${ext}',
      minimumSystemVersion: '13.0',
      // On a Mac of Apple's own chips nothing runs without a signature, so it gets one that names nobody. That needs codesign.
      ...(signs ? {} : { identity: process.platform === 'darwin' ? '-' : null }),
      // Under it macOS loads only libraries of the same signer: a signature that names nobody has none.
      hardenedRuntime: signs,
      gatekeeperAssess: false,
      entitlements: ENTITLEMENTS,
      entitlementsInherit: ENTITLEMENTS,
      notarize: signs && notarises(env),
      extendInfo: {
        NSCameraUsageDescription: 'Whoever you call with picture sees you.',
        NSMicrophoneUsageDescription: 'Whoever you call hears you.',
        NSAudioCaptureUsageDescription: 'Whoever you show a window can hear its sound.',
        NSLocalNetworkUsageDescription:
          'Calls between computers of one network go directly from one to the other.',
        // So that a call stays on the screen until it is answered.
        NSUserNotificationAlertStyle: 'alert',
      },
    },
    dmg: { title: 'Parley' },
  }
}
