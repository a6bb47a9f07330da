import type zh from "../zh/app";

const en: typeof zh = {
  signIn: {
    title: "Sign in to Zhike",
    account: "Account",
    password: "Password",
    submit: "Sign in",
    accountRequired: "Enter your account",
    passwordRequired: "Enter your password",
    hint: "On the first start, the program prints the administrator's account and password in the terminal.",
    expired: "Your session has ended. Sign in again.",
  },
  nav: {
    label: "Main navigation",
    home: "Home",
    apps: "Apps",
    imports: "Imports",
    begin: "New app",
    collapse: "Collapse navigation",
    expand: "Expand navigation",
    menu: "Menu",
    skip: "Skip to content",
  },
  bar: {
    search: "Search or run a command",
    language: "Language",
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    system: "Same as device",
    account: "My account",
    signOut: "Sign out",
    admin: "Administrator",
  },
  command: {
    placeholder: "Type a place, a command or what you are looking for",
    empty: "No command matches",
    go: "Go to",
    findIn: "Search “{{text}}” in {{entity}}",
    newIn: "New {{entity}}",
    keys: "↑ ↓ to choose, Enter to open, Esc to close",
  },
  home: {
    hello: "Hello, {{name}}",
    myApps: "My apps",
    addApp: "Add an app",
    recentImports: "Recent imports",
    open: "Open",
    noMenu: "There is no form in this app yet",
  },
};
export default en;
