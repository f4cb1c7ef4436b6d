import { ChoiceField, FieldErrors } from "#ui/field.tsx";
import { useFormField } from "#ui/form.tsx";
import { DECIDED_BY } from "../../model/enquiry.messages.ts";
import type { Needs } from "../../model/enquiry.rules.ts";
import { KIND_NAMES, PROFESSION_NAMES } from "../../model/offer.messages.ts";
import { OFFER_KINDS, PROFESSIONS } from "../../model/offer-lists.schema.ts";

const WHO = [
  { value: "", label: "だれでも" },
  ...PROFESSIONS.map((value) => ({ value, label: PROFESSION_NAMES[value].ja })),
  ...OFFER_KINDS.map((value) => ({ value, label: KIND_NAMES[value].ja })),
];
const BOX = "min-h-11 rounded-8 border border-solid-gray-600 bg-white px-3 text-std-16N-170";
const ROWS = [1, 2, 3];

/** Who is needed, as the rows of the form show it. */
export const needValues = (needs: Needs): Record<string, string> =>
  Object.fromEntries(
    ROWS.flatMap((n) => {
      const need = needs[n - 1];
      return [
        [`who${n}`, need?.professions[0] ?? need?.kinds[0] ?? ""],
        [`count${n}`, String(need?.count ?? 0)],
      ];
    }),
  );

/** Who is needed: "two of these", "one doctor and one nurse". */
export function NeedsFields() {
  const all = useFormField("needs");
  return (
    <fieldset id={all?.id} tabIndex={-1} className="my-5">
      <legend className="text-std-16B-170">必要な職種と人数</legend>
      <p className="text-dns-14N-130 text-solid-gray-700">
        例 「だれでも 2」なら、打診先の中から2機関。「医師 1」と「看護師 1」なら、それぞれ1機関。
      </p>
      {ROWS.map((n) => (
        <Need key={n} n={n} />
      ))}
      <FieldErrors id={`${all?.id}-error`} errors={all?.errors} />
    </fieldset>
  );
}

function Need({ n }: { n: number }) {
  const [who, count] = [useFormField(`who${n}`), useFormField(`count${n}`)];
  return (
    <div className="my-2 flex items-center gap-3">
      <select name={`who${n}`} aria-label={`必要な職種${n}`} defaultValue={who?.value} className={BOX}>
        {WHO.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      <input
        type="number"
        name={`count${n}`}
        min={0}
        max={10}
        defaultValue={count?.value}
        aria-label={`必要な職種${n}の人数`}
        className={`${BOX} w-20`}
      />
    </div>
  );
}

/** In which order they are asked; how it is decided is said to them, so that it is chosen once. */
export function WayFields({ first }: { first: boolean }) {
  return (
    <>
      <ChoiceField
        label="打診の方法"
        name="mode"
        type="radio"
        options={[
          { value: "together", label: "一斉に打診する" },
          { value: "in_turn", label: "上から順に、一つずつ（それぞれに期限）" },
        ]}
      />
      {first ? (
        <ChoiceField
          label="決め方（打診のメールに記載されます）"
          name="decidedBy"
          type="radio"
          options={(["coordinator", "first_come"] as const).map((value) => ({
            value,
            label: DECIDED_BY[value],
          }))}
        />
      ) : null}
    </>
  );
}
