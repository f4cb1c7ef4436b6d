import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { invalid, ok } from "#platform/kernel/result.ts";

/** What a consent of this module is for. */
export const PURPOSE = "referral";

/** Offices that never receive what somebody told in confidence: they supervise the employer. */
const NEVER: readonly string[] = ["labour_standards_office"];

/** The same where only a name is typed, however it is written. */
const NEVER_NAMED = /労働基準監督|労基署|労基監督|労働局/;

/** Whether an office may be handed what somebody told in confidence. */
export const isReceiver = ({ sector }: Readonly<{ sector: string }>): boolean => !NEVER.includes(sector);

/** The office that receives, with the name under which a consent calls it; an answer where it may not. */
export async function receiverOf(
  permit: Parameters<typeof getOrganisations>[0],
  { partner, receiver }: Readonly<{ partner: OrganisationId | null; receiver: string }>,
  sender: OrganisationId,
) {
  if (!partner) {
    if (!receiver) return invalid({ receiver: ["紹介先の機関を選ぶか、名称を入力してください。"] });
    if (NEVER_NAMED.test(receiver.normalize("NFKC").replace(/\s/g, "")))
      return invalid({ receiver: [SUPERVISES] });
    return ok({ organisation: null, sector: null, name: receiver, areaId: null });
  }
  const office = (await getOrganisations(permit, [partner])).get(partner);
  if (!office || partner === sender) return invalid({ partner: ["紹介先の機関を選んでください。"] });
  if (!isReceiver(office)) return invalid({ partner: [SUPERVISES] });
  const { id, sector, name, areaId } = office;
  return ok({ organisation: id, sector, name, areaId });
}

const SUPERVISES = "労働基準監督署・労働局には、相談の内容を渡せません（事業場を監督する機関のため）。";
