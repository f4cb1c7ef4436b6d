/**
 * Letters of judgement, by who uses them and since when: the same letter means something else elsewhere. `severity` 0 is
 * nothing found, 4 the most serious. Sources: 人間ドック学会 判定区分 of 2016-04-01 and the present edition, a layout of
 * employers of 2017, a report of a checkup institution of 2013.
 */
export type JudgementLetter = Readonly<{
  letter: string;
  meaning: string;
  severity: 0 | 1 | 2 | 3 | 4;
  needsDoctor: boolean;
  underTreatment?: boolean;
}>;
export type JudgementSet = Readonly<{
  key: string;
  name: string;
  from: string;
  until?: string;
  letters: readonly JudgementLetter[];
}>;

const letter = (
  text: string,
  meaning: string,
  severity: JudgementLetter["severity"],
  needsDoctor = false,
  underTreatment = false,
): JudgementLetter => ({ letter: text, meaning, severity, needsDoctor, underTreatment });

export const JUDGEMENT_SETS: readonly JudgementSet[] = [
  {
    ...{ key: "dock-2016", name: "人間ドック学会 2016年版", from: "2016-04-01", until: "2022-03-31" },
    letters: [
      letter("A", "異常なし", 0),
      letter("B", "軽度異常", 1),
      letter("C", "要経過観察・生活改善", 2),
      letter("D", "要医療", 3, true),
      letter("D1", "要治療", 4, true),
      letter("D2", "要精検", 3, true),
    ],
  },
  {
    ...{ key: "dock-present", name: "人間ドック学会 現行版", from: "2022-04-01" },
    letters: [
      letter("A", "異常なし", 0),
      letter("B", "軽度異常", 1),
      letter("C", "要再検査・生活改善", 2, true),
      letter("D", "要精密検査・治療", 3, true),
      letter("E", "治療中", 3, false, true),
    ],
  },
  {
    ...{ key: "employer-2017", name: "事業者の様式（2017年）", from: "2017-01-01" },
    letters: [letter("A", "正常範囲", 0), letter("B", "放置可", 1), letter("C", "経過観察", 2)],
  },
  {
    ...{ key: "words-2013", name: "健診機関の区分（2013年）", from: "2013-01-01" },
    letters: [
      letter("", "正常範囲内", 0),
      letter("", "健康者扱い", 1),
      letter("", "要経過観察", 2),
      letter("", "要精密検査", 3, true),
      letter("", "要医療", 4, true),
    ],
  },
];
