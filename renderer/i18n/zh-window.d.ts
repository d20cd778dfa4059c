/** What belongs to the window as a whole: tabs, the command palette, keys, settings. */
export declare const zhWindow: {
  tabs: {
    label: string;
    list: string;
    close: string;
    closeOne: string;
    closeHint: string;
    closeOthers: string;
    closeBehind: string;
    closeAll: string;
    keep: string;
  };
  palette: {
    title: string;
    find: {
      all: string;
      requests: string;
      interfaces: string;
    };
    kinds: {
      action: string;
      request: string;
      interface: string;
      environment: string;
    };
    none: string;
    more_one: string;
    more_other: string;
  };
  actions: {
    send: string;
    cancel: string;
    save: string;
    newRequest: string;
    chooseInterface: string;
    showKeys: string;
    closeTab: string;
    nextTab: string;
    previousTab: string;
    reopenTab: string;
    keepTab: string;
    closeAllTabs: string;
    showCompose: string;
    showHistory: string;
    showKeyRing: string;
    showPlatforms: string;
    showSettings: string;
    openPalette: string;
    openRequest: string;
    showShortcuts: string;
    toggleCollection: string;
    filterCollection: string;
    toggleLanguage: string;
    nextTheme: string;
  };
  columns: {
    title: string;
    plain: string;
    signed: string;
    encrypted: string;
    width: string;
    hint: string;
  };
  shortcuts: {
    title: string;
    groups: {
      call: string;
      tabs: string;
      screens: string;
      window: string;
    };
    none: string;
    change: string;
    press: string;
    clear: string;
    reset: string;
    resetAll: string;
    moved: string;
    refused: string;
    editor: string;
    open: string;
  };
  settings: {
    title: string;
    sections: {
      appearance: string;
      shortcuts: string;
      data: string;
    };
    language: string;
    theme: string;
    size: string;
    light: string;
    dark: string;
    system: string;
    note: string;
    workspace: string;
    state: string;
    stateHint: string;
    exports: string;
    copyPath: string;
    version: string;
    keptIn: string;
    keptHint: string;
    environments: string;
    environmentsHint: string;
  };
};
