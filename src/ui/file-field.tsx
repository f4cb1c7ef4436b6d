import type { InputHTMLAttributes } from "react";
import { refuseLongFiles } from "./enhance/files.ts";
import { type Common, described, Frame, useField } from "./field.tsx";

/**
 * A file to choose, or several. Where scripts run, what is too long for the server is told before it is sent: one file
 * by `eachBytes`, all of them by `mostBytes`. The sentence may hold the file's `{name}`.
 */
export function FileField({
  label,
  hint,
  errors: given,
  eachBytes,
  mostBytes,
  tooLong,
  ...rest
}: Common & InputHTMLAttributes<HTMLInputElement> & LongFiles) {
  const { id, errors } = useField(rest.name, given);
  return (
    <Frame id={id} {...{ label, hint, errors, unmarked: rest.required === false }}>
      <input
        {...described(id, { label, hint, errors })}
        type="file"
        required
        className="block w-full rounded-8 border border-dashed border-solid-gray-600 p-4 text-std-16N-170 file:mr-4 file:min-h-11 file:cursor-pointer file:rounded-8 file:border file:border-blue-900 file:bg-white file:px-4 file:text-oln-16B-100 file:text-blue-900"
        data-each-bytes={eachBytes}
        data-most-bytes={mostBytes}
        data-too-long={tooLong}
        onChange={({ currentTarget }) => refuseLongFiles(currentTarget)}
        {...rest}
      />
      {tooLong ? (
        <p
          id={`${id}-long`}
          role="alert"
          className="mt-1 whitespace-pre-line text-std-16N-170 text-error-2"
        />
      ) : null}
    </Frame>
  );
}

type LongFiles = { eachBytes?: number; mostBytes?: number; tooLong?: string };
