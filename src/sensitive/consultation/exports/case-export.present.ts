import { CLASS_WORDS, STATE_WORDS } from "#foundation/consent/public.ts";
import { showDateJa } from "#platform/kernel/plain-date.ts";
import type { DocumentBlock, PrintDocument } from "#platform/pdf/document.ts";
import type { presentCase, presentContact, presentIdentity } from "../cases/case.present.ts";
import type { presentItem, presentReferral } from "../referrals/referral.present.ts";

/** All that an office keeps of a case, as its person gets it. */
export type CaseExport = Readonly<{
  office: string;
  madeOn: string;
  case: Omit<ReturnType<typeof presentCase>, "id">;
  person: ReturnType<typeof presentIdentity> | undefined;
  contacts: readonly Omit<ReturnType<typeof presentContact>, "id" | "agreed" | "form">[];
  /** By name: each is handed over as the file that it is. */
  files: readonly Readonly<{ name: string; addedOn: string }>[];
  consents: readonly Readonly<{
    receiver: string;
    classes: readonly (keyof typeof CLASS_WORDS)[];
    from: string;
    until: string | null;
    state: keyof typeof STATE_WORDS;
  }>[];
  referrals: readonly Readonly<{
    receiver: string;
    state: ReturnType<typeof presentReferral>["stateWord"];
    outcome: string;
    items: readonly ReturnType<typeof presentItem>[];
    notes: readonly Readonly<{ at: string; text: string }>[];
  }>[];
}>;

const PERSON = {
  name: "氏名",
  kana: "ふりがな",
  birthDate: "生年月日",
  phone: "電話番号",
  address: "住所",
  town: "市町村",
  reaching: "連絡方法の希望",
} as const;

const table = (caption: string, rows: readonly (readonly [string, string])[]): DocumentBlock => ({
  kind: "table",
  caption,
  head: [{ text: "項目" }, { text: "内容" }],
  rows: rows.filter(([, text]) => text !== "").map(([head, text]) => [{ text: head }, { text }]),
});
const none: DocumentBlock = { kind: "paragraph", text: "ありません。" };

/** The same on paper. */
export function exportDocument(all: CaseExport): PrintDocument {
  const { case: one, person } = all;
  return {
    title: `相談の記録（${one.number}）`,
    subtitle: `${all.office}　${all.madeOn}`,
    notes: ["ご本人の求めにより、この機関が保有している記録をお渡しするものです。"],
    sections: [
      {
        heading: "相談者",
        blocks: [
          person
            ? table(
                "登録されている内容",
                Object.entries(PERSON).map(([key, label]) => [label, person[key as keyof typeof PERSON]]),
              )
            : { kind: "paragraph", text: "お名前などは登録されていません。" },
        ],
      },
      {
        heading: "受付",
        blocks: [
          table("受付時の内容", [
            ["受付日", showDateJa(one.openedOn)],
            ["相談した方", one.asker],
            ["きっかけ", one.source],
            ["方法", one.channel],
            ["相談の内容", one.topics.join("、")],
            ["緊急度", one.urgency],
            ["年代", one.ageBand],
            ["住まいの地域", one.homeTown],
            ["勤務先の地域", one.workTown],
            ["要点", one.told],
            ["これまでの対応", one.tried],
            ["希望", one.wish],
            ["実施した対応", one.steps.join("、")],
            ["終了", one.closedOn ? `${showDateJa(one.closedOn)}　${one.outcome}` : ""],
          ]),
        ],
      },
      {
        heading: "経過",
        blocks: all.contacts.length
          ? all.contacts.map((contact) =>
              table(`${showDateJa(contact.day)}　${contact.channel}（${contact.withWhom}）`, [
                ["内容", contact.content],
                ["今後の方針", contact.plan],
                ["渡した資料", contact.materials],
              ]),
            )
          : [none],
      },
      {
        heading: "資料",
        blocks: all.files.length
          ? [
              table(
                "登録されている資料",
                all.files.map((file) => [file.addedOn, file.name]),
              ),
            ]
          : [none],
      },
      {
        heading: "同意",
        blocks: all.consents.length
          ? all.consents.map((consent) =>
              table(consent.receiver, [
                ["項目", consent.classes.map((kind) => CLASS_WORDS[kind]).join("、")],
                ["期間", `${consent.from}〜${consent.until ?? ""}`],
                ["状況", STATE_WORDS[consent.state]],
              ]),
            )
          : [none],
      },
      {
        heading: "紹介",
        blocks: all.referrals.length
          ? all.referrals.map((referral) =>
              table(`${referral.receiver}（${referral.state}）`, [
                ["結果", referral.outcome],
                ...referral.items.map(({ label, text }) => [label, text] as const),
                ...referral.notes.map(({ at, text }) => [`共有の記録 ${at}`, text] as const),
              ]),
            )
          : [none],
      },
    ],
  };
}
