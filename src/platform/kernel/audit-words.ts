/** What the audit log calls an action, done and refused, of a verb its past and its volitional: 加えた, 加えよう. */
export const did = (what: string, past: string, volitional: string) => ({
  done: `${what}${past}`,
  refused: `${what}${volitional}とした`,
});
/** Of a verb with する: `carriedOut("会議体を登録")`. */
export const carriedOut = (what: string) => did(what, "した", "しよう");
export const looked = (at: string) => did(`${at}を`, "見た", "見よう");
export const added = (what: string) => did(`${what}を`, "加えた", "加えよう");
export const changed = (what: string) => carriedOut(`${what}を変更`);
export const deleted = (what: string) => carriedOut(`${what}を削除`);
export const wrote = (what: string) => did(`${what}を`, "書いた", "書こう");
