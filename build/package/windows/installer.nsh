; What electron-builder's installer lacks: parley: links open Parley from the first minute, also before it has been started once,
; and removing it takes away what it wrote for this user outside its folder. HKCU: without an administrator.

; The same command as main/instance/link-handler-rules.ts: behind -- nothing in a link is taken for a switch.
!macro customInstall
  WriteRegStr HKCU "Software\Classes\parley" "" "URL:Parley call link"
  WriteRegStr HKCU "Software\Classes\parley" "URL Protocol" ""
  WriteRegStr HKCU "Software\Classes\parley\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr HKCU "Software\Classes\parley\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "--" "%1"'
!macroend

!macro customUnInstall
  ; An update removes the old version first, and keeps all this.
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\parley"
    ; Start at login (main/login/login-rules.ts), and Windows' own note whether it is switched on.
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "Parley"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "Parley"
    MessageBox MB_OK|MB_ICONINFORMATION "Parley is removed. Your identity, contacts and settings are still in$\r$\n$APPDATA\Parley$\r$\nDelete that folder if you don't want them any more: your call link goes with it." /SD IDOK
  ${endIf}
!macroend
