import { ChoiceField, FieldErrors, type Option, SelectField, TextArea, TextField } from "#ui/field.tsx";
import { CountField, DayField } from "#ui/field-kinds.tsx";
import { Folded } from "#ui/fold.tsx";
import { useFormField } from "#ui/form.tsx";
import { Asked } from "#ui/form-place.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Language } from "../../model/offer.messages.ts";
import type { Texts } from "../../model/request-form.messages.ts";
import { MOST_WISH } from "../../model/request-lists.schema.ts";
import { Wishes } from "../../parts/wish-fields.tsx";
import type { Choices } from "../../requests/request-form.present.ts";
import type { Fits, Wanted } from "../ask.present.ts";

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
          <div className="supports-[selector(:has(*))]:hidden group-has-[[data-asks=checkup_on]:checked]/wanted:block!">
            <DayField name="checkupOn" label={text.checkupOn} hint={text.checkupOnHint} required={false} />
          </div>
        ) : null}
        {asks("applied_on") ? (
          <div className="supports-[selector(:has(*))]:hidden group-has-[[data-asks=applied_on]:checked]/wanted:block!">
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

/** So many are shown at once; on a telephone more would hide what follows. */
const AT_ONCE = 5;

/** One of the offers, or none: tapping it chooses it. */
function WantedField({ text, wanted }: { text: Texts; wanted: readonly Wanted[] }) {
  const field = useFormField("wanted");
  const chosen = field?.value ?? "";
  const rest = wanted.slice(AT_ONCE);
  return (
    <fieldset id={field?.id} tabIndex={-1} className="my-5 max-w-xl">
      <legend className="text-std-16B-170">{text.wanted}</legend>
      <p className="mb-2 text-dns-14N-130 text-solid-gray-700">
        {wanted.length === 0 ? text.none : text.wantedHint}
      </p>
      <Asked name="wanted" />
      <Row chosen={chosen} one={{ ...NONE, label: text.leaveToUs, note: text.leaveToUsNote }} />
      {wanted.slice(0, AT_ONCE).map((one) => (
        <Row key={one.value} {...{ one, chosen }} />
      ))}
      {rest.length > 0 ? (
        <Folded summary={`${text.more}（${rest.length}）`} open={rest.some(({ value }) => value === chosen)}>
          {rest.map((one) => (
            <Row key={one.value} {...{ one, chosen }} />
          ))}
        </Folded>
      ) : null}
      <FieldErrors id={`${field?.id}-error`} errors={field?.errors} />
    </fieldset>
  );
}

const NONE = { value: "", free: false, fee: "", facts: "", asks: "" };

const Row = ({ one, chosen }: { one: Wanted; chosen: string }) => (
  <label className="flex cursor-pointer gap-3 border-b border-solid-gray-300 py-3 has-checked:bg-blue-50">
    <input
      type="radio"
      name="wanted"
      value={one.value}
      defaultChecked={one.value === chosen}
      data-asks={one.asks || undefined}
      className="mt-1 size-5 shrink-0 accent-blue-900"
    />
    <span className="min-w-0 grow">
      <span className="text-std-16B-170">{one.label}</span>
      {one.fee ? (
        <strong
          className={`ml-2 rounded-4 border px-1.5 text-dns-14N-130 ${one.free ? "border-success-2 text-success-2" : "border-solid-gray-600"}`}
        >
          {one.fee}
        </strong>
      ) : null}
      {one.facts ? <span className="block text-dns-14N-130 text-solid-gray-800">{one.facts}</span> : null}
      <span className="block text-dns-14N-130">{one.note}</span>
    </span>
  </label>
);

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
