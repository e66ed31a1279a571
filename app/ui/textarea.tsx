import type { ComponentProps } from "react";

import { classNames } from "./class-names.ts";
import { useFieldWiring } from "./field-wiring.ts";
import { controlClass } from "./text-input.tsx";

/** A native multi-line input inside a Field, five rows high unless `rows` says otherwise. */
export function Textarea({ className, ...native }: ComponentProps<"textarea">) {
  const wired = useFieldWiring(native);
  return <textarea rows={5} {...wired} className={classNames(controlClass, "w-full", className)} />;
}
