import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { invalid, ok } from "#platform/kernel/result.ts";

/** What a consent of this module is for. */
export const PURPOSE = "referral";

/** Who never receives what somebody told in confidence, and why: who supervises the employer, and employers themselves. */
const NEVER: Readonly<Record<string, string>> = {
  labour_standards_office:
    "労働基準監督署・労働局には、相談の内容を渡せません（事業場を監督する機関のため）。",
  workplace:
    "事業所には紹介できません。勤務先に伝えてよいことは、同意の「勤務先に伝えること」に登録してください。",
};

/** The same where only a name is typed, by the names and short names that are in use, also in kana and Roman letters. */
const NEVER_NAMED =
  /労働基準|監督署|労基|労働局|ろう(き(?!ょ)|どうきじゅん|どうきょく)|ロウ(キ(?!ョ)|ドウキジュン|ドウキョク)|roudo?u?kijun|roudo?u?kyoku|roukisho|labou?rstandards/i;

const isNeverNamed = (name: string) =>
  NEVER_NAMED.test(
    name
      .normalize("NFKC")
      .replace(/[\s・-]/g, "")
      .replace(/ō/gi, "ou"),
  );

/** Whether an office may be handed what somebody told in confidence. */
export const isReceiver = ({ sector }: Readonly<{ sector: string }>): boolean => !(sector in NEVER);

/** The office that receives, with the name under which a consent calls it; an answer where it may not. */
export async function receiverOf(
  permit: Parameters<typeof getOrganisations>[0],
  { partner, receiver }: Readonly<{ partner: OrganisationId | null; receiver: string }>,
  sender: OrganisationId,
) {
  if (!partner) {
    if (!receiver) return invalid({ partner: ["機関を選択するか、下の欄に名称を入力してください。"] });
    if (isNeverNamed(receiver)) return invalid({ receiver: [NEVER.labour_standards_office!] });
    return ok({ organisation: null, sector: null, name: receiver, areaId: null });
  }
  const office = (await getOrganisations(permit, [partner])).get(partner);
  if (!office || partner === sender) return invalid({ partner: ["機関を選択してください。"] });
  if (!isReceiver(office)) return invalid({ partner: [NEVER[office.sector]!] });
  const { id, sector, name, areaId } = office;
  return ok({ organisation: id, sector, name, areaId });
}
