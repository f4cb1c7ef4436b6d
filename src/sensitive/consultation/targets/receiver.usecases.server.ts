import { getOrganisations } from "#foundation/organisations/public.ts";
import type { OrganisationId } from "#platform/kernel/ids.ts";
import { invalid, ok } from "#platform/kernel/result.ts";

/** What a consent of this module is for. */
export const PURPOSE = "referral";

/** Offices that never receive what somebody told in confidence: they supervise the employer. */
const NEVER: readonly string[] = ["labour_standards_office"];

/** Whether an office may be handed what somebody told in confidence. */
export const isReceiver = ({ sector }: Readonly<{ sector: string }>): boolean => !NEVER.includes(sector);

/** The office that receives, with the name under which a consent calls it; an answer where it may not. */
export async function receiverOf(
  permit: Parameters<typeof getOrganisations>[0],
  { partner, receiver }: Readonly<{ partner: OrganisationId | null; receiver: string }>,
  sender: OrganisationId,
) {
  if (!partner)
    return receiver
      ? ok({ organisation: null, name: receiver, areaId: null })
      : invalid({ receiver: ["紹介先の機関を選ぶか、名称を入力してください。"] });
  const office = (await getOrganisations(permit, [partner])).get(partner);
  if (!office || partner === sender) return invalid({ partner: ["紹介先の機関を選んでください。"] });
  if (!isReceiver(office))
    return invalid({
      partner: ["労働基準監督署には、相談の内容を渡せません（事業場を監督する機関のため）。"],
    });
  return ok({ organisation: office.id, name: office.name, areaId: office.areaId });
}
