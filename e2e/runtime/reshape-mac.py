"""Makes a packaged Electron .app the Electron.app that it was packed from, for test builds of the macOS files.

usage: reshape-mac.py PRODUCT.app FOLDER
"""

import os
import plistlib
import shutil
import subprocess
import sys

ADDED_BY_PACKING = (
    "ElectronAsarIntegrity",
    "CFBundleURLTypes",
    "CFBundleDocumentTypes",
    "NSHumanReadableCopyright",
    "LSApplicationCategoryType",
)
FOREIGN = ("app.asar", "app.asar.unpacked", "app-update.yml", "app", "default_app.asar")


def edit(path, change):
    with open(path, "rb") as file:
        values = plistlib.load(file)
    change(values)
    with open(path, "wb") as file:
        plistlib.dump(values, file)


def rename_main(contents, old):
    os.rename(os.path.join(contents, "MacOS", old), os.path.join(contents, "MacOS", "Electron"))

    def change(values):
        for key in ADDED_BY_PACKING:
            values.pop(key, None)
        values.update(
            CFBundleName="Electron",
            CFBundleDisplayName="Electron",
            CFBundleExecutable="Electron",
            CFBundleIdentifier="com.github.Electron",
            CFBundleIconFile="electron.icns",
        )

    edit(os.path.join(contents, "Info.plist"), change)


def rename_helper(frameworks, folder, old):
    kind = folder[len(old) : -len(".app")]  # " Helper (GPU)" …
    name = "Electron" + kind
    new = os.path.join(frameworks, name + ".app")
    os.rename(os.path.join(frameworks, folder), new)
    programs = os.path.join(new, "Contents", "MacOS")
    os.rename(os.path.join(programs, old + kind), os.path.join(programs, name))
    variant = kind[len(" Helper ") :].strip("()")
    identifier = "com.github.Electron.helper" + ("." + variant if variant else "")

    def change(values):
        values.update(
            CFBundleName=name, CFBundleDisplayName=name, CFBundleExecutable=name, CFBundleIdentifier=identifier
        )

    edit(os.path.join(new, "Contents", "Info.plist"), change)


def tidy_resources(resources):
    for name in FOREIGN:
        path = os.path.join(resources, name)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)
    for name in os.listdir(resources):
        if name.endswith(".icns"):
            os.rename(os.path.join(resources, name), os.path.join(resources, "electron.icns"))


def main():
    product, folder = sys.argv[1:3]
    old = os.path.basename(product)[: -len(".app")]
    app = os.path.join(folder, "Electron.app")
    os.makedirs(folder, exist_ok=True)
    # The framework's symbolic links stay what they are.
    subprocess.check_call(["cp", "-a", product, app])
    contents = os.path.join(app, "Contents")
    frameworks = os.path.join(contents, "Frameworks")
    rename_main(contents, old)
    for helper in sorted(os.listdir(frameworks)):
        if helper.startswith(old + " Helper") and helper.endswith(".app"):
            rename_helper(frameworks, helper, old)
    tidy_resources(os.path.join(contents, "Resources"))
    for inside, _, _ in os.walk(app):
        if inside.endswith("_CodeSignature"):  # no longer true
            shutil.rmtree(inside)


main()
