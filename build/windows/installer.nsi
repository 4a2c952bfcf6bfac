; The installer for one account: it asks for no rights of an administrator and writes to the account's own folders alone.
; Silent: rapporteur-setup.exe /S. The register is never touched, neither when installing nor when removing.
; VERSION, FILES and OUT are given by: go run ./build package
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64 ; so large that the second program is found to be the first one again
RequestExecutionLevel user
!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Rapporteur"

Name "Rapporteur"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Rapporteur"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Rapporteur"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Rapporteur, installer"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\rapporteur.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Rapporteur"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "Rapporteur needs a 64-bit Windows." /SD IDOK
    Abort
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_ICONSTOP "Rapporteur needs Windows 10 or newer." /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; A program that runs cannot be replaced: say so before anything is written.
!macro NOT_RUNNING UN
Function ${UN}NotRunning
  again:
  IfFileExists "$INSTDIR\rapporteur.exe" 0 free
  ClearErrors
  FileOpen $0 "$INSTDIR\rapporteur.exe" a
  IfErrors 0 close
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Rapporteur is open. Close its window, then try again." /SD IDCANCEL IDRETRY again
  SetErrorLevel 1
  Quit
  close:
  FileClose $0
  free:
FunctionEnd
!macroend
!insertmacro NOT_RUNNING ""
!insertmacro NOT_RUNNING "un."

Section
  Call NotRunning
  SetOutPath "$INSTDIR"
  File "${FILES}\rapporteur.exe"
  File "${FILES}\rapporteur.com"
  File "${FILES}\LICENSE.txt"
  File "${FILES}\THIRD-PARTY-LICENCES.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Rapporteur.lnk" "$INSTDIR\rapporteur.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Rapporteur"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\rapporteur.exe"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  Call un.NotRunning
  Delete "$INSTDIR\rapporteur.exe"
  Delete "$INSTDIR\rapporteur.com"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY-LICENCES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Rapporteur.lnk"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
