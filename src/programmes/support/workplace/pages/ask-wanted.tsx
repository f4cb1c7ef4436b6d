import { FieldErrors } from "#ui/field.tsx";
import { Folded } from "#ui/fold.tsx";
import { useFormField } from "#ui/form.tsx";
import { Asked } from "#ui/form-place.tsx";
import type { Texts } from "../../model/request-form.messages.ts";
import type { Wanted } from "../ask.present.ts";

/** So many are shown at once; on a telephone more would hide what follows. */
const AT_ONCE = 5;

/** One of the offers, or none: tapping it chooses it. */
export function WantedField({ text, wanted }: { text: Texts; wanted: readonly Wanted[] }) {
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
      data-asks={one.asks.replace("_", "-") || undefined}
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
