// Owns the part of electron-builder's configuration that is about Linux.
import { inRoot } from '../setup/paths.mjs'

const PACKAGE = 'parley-desktop'
const APP_ID = 'org.parley.Parley'
const FILES = inRoot('build', 'package', 'linux')
const METAINFO = `${FILES}/${APP_ID}.metainfo.xml`

/** What the program is linked to or opens by name, and calls. Names on Debian 12 and those since Ubuntu 24.04. */
const DEB_DEPENDS = [
  'libgtk-3-0t64 | libgtk-3-0',
  'libnss3',
  'libgbm1',
  'libasound2t64 | libasound2',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
  'xdg-utils',
]
/** Fedora's names, and openSUSE's. */
const RPM_DEPENDS = [
  '(gtk3 or libgtk-3-0)',
  '(nss or mozilla-nss)',
  '(mesa-libgbm or libgbm1)',
  '(alsa-lib or libasound2)',
  '(at-spi2-core or libatspi0)',
  '(libXScrnSaver or libXss1)',
  '(libXtst or libXtst6)',
  '(libnotify or libnotify4)',
  '(libsecret or libsecret-1-0)',
  'xdg-utils',
]

/** What the desktop knows of the program beside its name. */
const DESKTOP_ENTRY = {
  GenericName: 'Calls and screen sharing',
  Keywords: 'call;video;voice;share;screen;window;peer;',
  StartupNotify: 'true',
}

/** Of deb and rpm. */
const OF_SYSTEM = {
  packageName: PACKAGE,
  // The package system brings new versions.
  publish: null,
  afterInstall: `${FILES}/after-install.tpl`,
  afterRemove: `${FILES}/after-remove.tpl`,
  fpm: [
    `${METAINFO}=/usr/share/metainfo/${APP_ID}.metainfo.xml`,
    `${FILES}/copyright=/usr/share/doc/${PACKAGE}/copyright`,
    // By this name Electron has the system's mixer look for it.
    `${inRoot('assets', 'icons', 'linux', '256x256.png')}=/usr/share/icons/hicolor/256x256/apps/${APP_ID}.png`,
  ],
}

/** electron-builder's own placeholders. */
const named = (/** @type {string} */ before, /** @type {string} */ between) =>
  `${before}${between}\${version}${between}\${arch}.\${ext}`

/**
 * @param {import('./builder-config.mjs').Packing} packing
 * @returns {Pick<import('electron-builder').Configuration, 'linux' | 'appImage' | 'deb' | 'rpm' | 'toolsets'>}
 */
export function linuxConfig({ group, electron }) {
  return {
    linux: {
      // Of the program, its icon and its package: KDE's vocabulary trainer has been `parley` for long. The command is `parley`
      // where that one isn't installed (after-install.tpl).
      executableName: PACKAGE,
      artifactName: 'Parley-${version}-linux-${arch}.${ext}',
      icon: 'assets/icons/linux',
      category: 'Network;InstantMessaging;VideoConference;Telephony;',
      synopsis: 'Private calls, and showing exactly one window',
      maintainer: 'The Parley developers <parley@parley.example>',
      vendor: 'The Parley developers',
      // The desktop knows the window, the notification and the permission prompts by it.
      syncDesktopName: true,
      // Since Electron 41 windows bear desktopName's name, before that the app's.
      desktop: { entry: { ...DESKTOP_ENTRY, ...(electron.isTest ? { StartupWMClass: 'Parley' } : {}) } },
      ...(group === 'appimage'
        ? { extraFiles: [{ from: METAINFO, to: `usr/share/metainfo/${APP_ID}.appdata.xml` }] }
        : {}),
    },
    // Its start needs no libfuse2, which Ubuntu doesn't bring since 22.04.
    toolsets: { appimage: '1.0.3' },
    // The start that the test runtime is packed with reads gzip only.
    appImage: electron.isTest ? { compression: 'gzip' } : {},
    deb: {
      ...OF_SYSTEM,
      artifactName: named(PACKAGE, '_'),
      packageCategory: 'net',
      depends: DEB_DEPENDS,
      // Parley draws its own tray icon over D-Bus.
      recommends: [],
    },
    rpm: {
      ...OF_SYSTEM,
      artifactName: named(PACKAGE, '-'),
      packageCategory: 'Applications/Internet',
      depends: RPM_DEPENDS,
    },
  }
}
