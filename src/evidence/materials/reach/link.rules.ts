/** Small letters and digits that nobody takes for another; all of them can be typed from paper. */
const SIGNS = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 5;

/** The last part of a short address: five signs, 30 million of them in each area. */
export const linkCode = (chance: Uint8Array): string =>
  Array.from(chance.slice(0, LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join("");

export const isLinkCode = (text: string): boolean => /^[2-9a-hjkmnp-z]{5}$/.test(text);

/** https://yui.example.jp/q/hamada/7kq4m */
export const shortAddress = (origin: string, area: string, code: string): string =>
  `${origin}/q/${area}/${code}`;
