// Owns the part of electron-builder's configuration that is about Windows. It signs by WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD
// (or CSC_LINK and CSC_KEY_PASSWORD) where they are set: https://www.electron.build/code-signing

/** @returns {Pick<import('electron-builder').Configuration, 'win' | 'nsis'>} */
export function windowsConfig() {
  return {
    win: {
      icon: 'assets/icons/app.ico',
      artifactName: 'Parley-${version}-win-${arch}.${ext}',
    },
    nsis: {
      // For this user, without asking for anybody's password.
      oneClick: true,
      perMachine: false,
      // One for each architecture, not one of twice the size.
      buildUniversalInstaller: false,
      artifactName: 'Parley-Setup-${version}-${arch}.${ext}',
      // Identity and contacts stay; the uninstaller says where.
      deleteAppDataOnUninstall: false,
      include: 'build/package/windows/installer.nsh',
    },
  }
}
