import type { Organisation } from "#foundation/organisations/public.ts";

/** How the secretariat of an area is reached, as the directory publishes it. */
export type Office = Readonly<{ name: string; phone: string; fax: string; address: string }>;

export const officeFrom = ({
  name,
  desk,
  phone,
  fax,
  postalCode,
  address,
}: Pick<Organisation, "name" | "desk" | "phone" | "fax" | "postalCode" | "address">): Office => ({
  name: [name, desk].filter(Boolean).join("　"),
  phone,
  fax,
  address: address && postalCode ? `〒${postalCode}　${address}` : address,
});

/** Where a form on paper goes: what is not known of an office is not promised. */
export function sendTo(offices: readonly Office[], none: string): string {
  const reached = offices.filter((one) => one.phone || one.fax || one.address);
  if (reached.length === 0) return ["送り先: 事務局", ...offices.map(({ name }) => name), none].join("　");
  return reached
    .map(({ name, phone, fax, address }) =>
      [
        `送り先: 事務局　${name}`,
        ...(phone ? [`電話 ${phone}`] : []),
        ...(fax ? [`ファックス ${fax}`] : []),
        ...(address ? [`郵送・持参 ${address}`] : []),
      ].join("　"),
    )
    .join("\n");
}
