import type { ContractContext } from "#machines/contract/context.ts";
import type { AnyDefinition, Definition, StoredSnapshot } from "#machines/engine/definition.ts";
import type { Deadline } from "#machines/engine/outgoing.ts";
import { definitions, registryOf } from "#machines/registry.ts";

const day = 86_400_000;
const later = (instant: string) => new Date(Date.parse(instant) + day).toISOString();

const contract = definitions.contract as unknown as Definition<ContractContext>;
const { option } = definitions;

/** The terms that contracts get by the later release. */
export const laterTerms = "2030-1";

function laterDeadlines(snapshot: StoredSnapshot<ContractContext>): Deadline[] {
  return contract
    .deadlines(snapshot)
    .filter(({ id }) => !id.startsWith("remind/"))
    .map((deadline) =>
      deadline.id === "start" ? { ...deadline, dueAt: later(deadline.dueAt) } : deadline,
    );
}

const nextContract: Definition<ContractContext> = {
  ...contract,
  version: contract.version + 1,
  migrations: {
    ...contract.migrations,
    [contract.version]: ({ context, ...rest }) => {
      return { ...rest, context: { ...context, termsVersion: laterTerms } };
    },
  },
  deadlines: laterDeadlines,
};

const nextOption: AnyDefinition = {
  ...option,
  version: option.version + 1,
  migrations: {
    ...option.migrations,
    [option.version]: ({ context, ...rest }) => {
      const menuCode = String(context["menuCode"]).toUpperCase();
      return { ...rest, context: { ...context, menuCode } };
    },
  },
};

/**
 * A made-up release after the present one. Its contracts have other terms, start a day later and
 * remind nobody of their renewal; its options write their menus in capitals. Invoices and payments
 * stay as they are.
 */
export const laterRelease = registryOf({
  ...definitions,
  contract: nextContract as unknown as AnyDefinition,
  option: nextOption,
});
