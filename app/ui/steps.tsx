import { useMessages } from "#app/i18n/use-messages.ts";
import { classNames } from "./class-names.ts";

/**
 * Where in a procedure of several pages the person stands. `current` counts from 0. On a phone only
 * the current step's name is shown beside the position. `complete` says which steps are done, where
 * they can be left half filled in; else those before the current one are.
 *
 * @example
 * <Steps steps={[t.order.menus, t.order.company, t.order.review]} current={1} />
 */
export function Steps({
  steps,
  current,
  complete,
}: {
  steps: readonly string[];
  current: number;
  complete?: readonly boolean[];
}) {
  const words = useMessages().frame.steps;
  return (
    <nav aria-label={words.label} className="mb-8 print:hidden">
      <p className="sm:hidden">
        <span className="text-support">{words.position(current + 1, steps.length)}</span>
        <span className="text-std-18B-160 block">{steps[current]}</span>
      </p>
      <ol className="flex gap-1.5 max-sm:mt-2 sm:gap-0">
        {steps.map((step, index) => {
          const here = index === current;
          const done = complete ? complete[index] === true && !here : index < current;
          return (
            <li
              key={step}
              aria-current={here ? "step" : undefined}
              className="flex-1 sm:flex sm:flex-col sm:items-center sm:text-center"
            >
              <span className="flex w-full items-center" aria-hidden="true">
                <span
                  className={classNames(
                    "hidden h-1 flex-1 sm:block",
                    index === 0 ? "invisible" : done || here ? "bg-key-900" : "bg-line",
                  )}
                />
                <span
                  className={classNames(
                    "flex items-center justify-center max-sm:h-2 max-sm:flex-1 max-sm:rounded-full max-sm:text-[0px] sm:size-9 sm:rounded-full sm:border-2",
                    done && "bg-key-900 border-key-900 text-white",
                    here &&
                      "border-key-900 text-key-900 max-sm:bg-key-900 font-700 sm:border-4 sm:bg-white",
                    !done &&
                      !here &&
                      "border-solid-gray-536 text-solid-gray-600 max-sm:bg-line bg-white",
                  )}
                >
                  {done ? "✓" : index + 1}
                </span>
                <span
                  className={classNames(
                    "hidden h-1 flex-1 sm:block",
                    index === steps.length - 1 ? "invisible" : done ? "bg-key-900" : "bg-line",
                  )}
                />
              </span>
              <span
                className={classNames(
                  "max-sm:sr-only sm:mt-2 sm:px-1",
                  here ? "font-700" : "text-solid-gray-700",
                )}
              >
                {step}
                {done ? <span className="sr-only">{` (${words.done})`}</span> : null}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
