import { ChoiceField, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Language } from "../../model/offer.messages.ts";
import type { Texts } from "../../model/request-form.messages.ts";
import { MOST_WISH } from "../../model/request-lists.schema.ts";
import { Wishes } from "../../parts/wish-fields.tsx";
import type { Choices } from "../../requests/request-form.present.ts";
import type { Fits } from "../ask.present.ts";
import { WantedField } from "./ask-wanted.tsx";

type Said = Readonly<{ language: Language; text: Texts }>;

/** The town first, then the size and what it is about: from these follows what can be had. */
export const WishPart = ({ text, needs, towns }: Said & { needs: Option[]; towns: Option[] }) => (
  <>
    <SelectField name="municipality" label={text.municipality} options={towns} empty={text.choose} />
    <CountField name="size" label={text.size} hint={text.sizeHint} />
    <ChoiceField name="need" label={text.what} type="radio" options={needs} chips optional />
  </>
);

/** What fits, to be tapped; what does not, with why; when and where. */
export function ServicePart({
  language,
  text,
  fits,
  choices,
}: Said & { fits: Fits; choices: Pick<Choices, "places"> }) {
  const asks = (what: string) => fits.wanted.some((one) => one.asks === what);
  return (
    <>
      {fits.large ? <Notice title={text.small} language={language} /> : null}
      <div className="group/wanted">
        <WantedField text={text} wanted={fits.wanted} />
        {fits.not.length > 0 ? (
          <Folded summary={`${text.usableNot}（${fits.not.length}）`}>
            <ul className="max-w-xl">
              {fits.not.map((one) => (
                <li key={one.id} className="border-b border-solid-gray-200 py-2">
                  {one.title}
                  <span className="block text-dns-14N-130">{`${one.facts}　${one.note}`}</span>
                </li>
              ))}
            </ul>
          </Folded>
        ) : null}
        {asks("checkup_on") ? (
          <div className="supports-[selector(:has(*))]:hidden group-has-[[data-asks=checkup-on]:checked]/wanted:block!">
            <DayField name="checkupOn" label={text.checkupOn} hint={text.checkupOnHint} required={false} />
          </div>
        ) : null}
        {asks("applied_on") ? (
          <div className="supports-[selector(:has(*))]:hidden group-has-[[data-asks=applied-on]:checked]/wanted:block!">
            <DayField name="appliedOn" label={text.appliedOn} hint={text.appliedOnHint} required={false} />
          </div>
        ) : null}
      </div>
      <ChoiceField
        label={text.topics}
        hint={text.topicsHint}
        name="topics"
        type="checkbox"
        options={fits.topics}
        chips
        optional
      />
      <Wishes text={text} hint={fits.earliest ? text.earliest.replace("{day}", fits.earliest) : ""} />
      <ChoiceField label={text.place} name="place" type="radio" options={choices.places} unmarked={false} />
      <CountField name="people" label={text.people} />
      <ChoiceField
        label=""
        name="freeOnly"
        type="checkbox"
        options={[{ value: "yes", label: text.freeOnly }]}
      />
    </>
  );
}

/** Whose it is and how it is answered. */
export const ContactPart = ({
  text,
  choices,
  onSite,
}: Said & { choices: Pick<Choices, "industries" | "heard">; onSite: boolean }) => (
  <>
    <TextField name="workplace" label={text.workplace} autoComplete="organization" />
    <SelectField name="industry" label={text.industry} options={choices.industries} empty={text.choose} />
    <TextField
      name="address"
      label={text.address}
      hint={text.addressHint}
      autoComplete="street-address"
      optional={!onSite}
    />
    <TextField name="contact" label={text.contact} autoComplete="name" optional />
    <h3 className="mt-6 text-std-18B-160">{text.reach}</h3>
    <p>{text.reachHint}</p>
    <TextField name="phone" label={text.phone} type="tel" autoComplete="tel" unmarked required={false} />
    <TextField
      name="email"
      label={text.email}
      inputMode="email"
      autoComplete="email"
      unmarked
      required={false}
    />
    <TextArea name="wish" label={text.wish} hint={text.wishHint} most={MOST_WISH} optional />
    <SelectField
      name="heardFrom"
      label={text.heardFrom}
      options={choices.heard}
      empty={text.choose}
      optional
    />
  </>
);
