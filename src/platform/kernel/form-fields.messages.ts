const FIGURES = (figure: number) => figure.toLocaleString("ja-JP");

const ja = {
  write: (label: string) => `「${label}」を入力してください。`,
  long: (label: string, most: number) => `「${label}」は${most}文字以内で入力してください。`,
  day: (label: string) => `「${label}」は、2027-01-11、2027/1/11、令和9年1月11日のように入力してください。`,
  noSuchDay: (label: string) => `「${label}」は暦にない日です。月と日を確認してください。`,
  time: (label: string) => `「${label}」は、13:30のように入力してください。`,
  fiscalYear: (label: string) => `「${label}」は、令和9年度、2027のように入力してください。`,
  number: (label: string) => `「${label}」は数で入力してください（例 74.1）。`,
  whole: (label: string) => `「${label}」は小数のない数で入力してください（例 24）。`,
  least: (label: string, least: number, unit: string) =>
    `「${label}」は${FIGURES(least)}${unit}以上にしてください。`,
  most: (label: string, most: number, unit: string) =>
    `「${label}」は${FIGURES(most)}${unit}以下にしてください。`,
  choose: (label: string) => `「${label}」を選択してください。`,
  chooseSome: (label: string) => `「${label}」を1つ以上選択してください。`,
  noneAndOthers: (label: string) =>
    `「${label}」で「該当なし」を選ぶときは、ほかのものの選択を外してください。`,
  yesOrNo: (label: string) => `「${label}」は「はい」か「いいえ」を選択してください。`,
  file: (label: string) => `「${label}」を選択してください。`,
  fewerFiles: (label: string, most: number) => `「${label}」は${most}つまでにしてください。`,
  moreRows: (label: string, least: number) => `「${label}」を${least}つ以上入力してください。`,
  fewerRows: (label: string, most: number) => `「${label}」は${most}つまでにしてください。`,
};
export type Says = typeof ja;
const en: Says = {
  write: (label) => `Please fill in “${label}”.`,
  long: (label, most) => `“${label}” may have at most ${most} characters.`,
  day: (label) => `Write “${label}” like 2027-01-11 or 2027/1/11.`,
  noSuchDay: (label) => `There is no such day: check month and day of “${label}”.`,
  time: (label) => `Write “${label}” like 13:30.`,
  fiscalYear: (label) => `Write “${label}” as a year, like 2027.`,
  number: (label) => `Write “${label}” as a number, like 74.1.`,
  whole: (label) => `Write “${label}” as a whole number, like 24.`,
  least: (label, least, unit) => `“${label}” must be at least ${FIGURES(least)}${unit}.`,
  most: (label, most, unit) => `“${label}” must be at most ${FIGURES(most)}${unit}.`,
  choose: (label) => `Please choose “${label}”.`,
  chooseSome: (label) => `Choose at least one of “${label}”.`,
  noneAndOthers: (label) => `In “${label}”, “none of these” can't be chosen together with others.`,
  yesOrNo: (label) => `Answer “${label}” with yes or no.`,
  file: (label) => `Please choose a file for “${label}”.`,
  fewerFiles: (label, most) => `Choose at most ${most} for “${label}”.`,
  moreRows: (label, least) => `Write at least ${least} of “${label}”.`,
  fewerRows: (label, most) => `Write at most ${most} of “${label}”.`,
};
export const SAYS: Readonly<Record<"ja" | "en", Says>> = { ja, en };
