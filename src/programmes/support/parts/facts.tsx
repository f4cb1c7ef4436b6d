/** What somebody wrote in their own words, with its lines; nothing where they wrote none. */
export const asTyped = (text: string) => (text ? <span className="whitespace-pre-wrap">{text}</span> : null);

/** How a workplace is reached, in one line. */
export const contactText = (
  contact: Readonly<Record<"contact" | "phone" | "email" | "address", string>>,
): string => [contact.contact, contact.phone, contact.email, contact.address].filter(Boolean).join("　");
