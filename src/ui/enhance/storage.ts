/** Where what somebody has begun to write is kept. Where a browser may keep nothing, nothing is kept. */
export type Keeping = Readonly<{
  read(key: string): string | undefined;
  keep(key: string, text: string | undefined): void;
  keys(): readonly string[];
}>;

/** For this tab, until it is closed: of visitors, whose text is their own. */
export const inTab: Keeping = {
  read(key) {
    try {
      return sessionStorage.getItem(key) ?? undefined;
    } catch {
      return undefined;
    }
  },
  /** Where the browser's room is used up, what was kept before stays. */
  keep(key, text) {
    try {
      if (text === undefined) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, text);
    } catch {
      // Only a convenience is lost.
    }
  },
  keys() {
    try {
      return Object.keys(sessionStorage);
    } catch {
      return [];
    }
  },
};

const texts = new Map<string, string>();
/** In memory, until the page is loaded anew: of staff, who write about others. */
export const inMemory: Keeping = {
  read: (key) => texts.get(key),
  keep: (key, text) => void (text === undefined ? texts.delete(key) : texts.set(key, text)),
  keys: () => [...texts.keys()],
};
