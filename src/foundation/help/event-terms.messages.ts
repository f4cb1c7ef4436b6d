import { type Term, term } from "./field-terms.messages.ts";

export const EVENT_TERMS: readonly Term[] = [
  term(
    "催し",
    "もよおし",
    "研修会・講演会・健康フェスタ・サロンなど、日を決めて人が集まるものです。",
    "A training, lecture, festival or salon: people come together on a certain day.",
  ),
  term(
    "当日参加",
    "とうじつさんか",
    "申込みをせずに、当日会場に来て参加することです。",
    "Coming to an event without having signed up.",
  ),
  term(
    "修了証",
    "しゅうりょうしょう",
    "決められた回数または時間を受講した方に出す証書です。",
    "A paper for who attended as often, or as long, as was asked for.",
  ),
];
