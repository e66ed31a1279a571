import { Form } from "react-router";
import { formatInstant } from "#app/i18n/format.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/data-table.tsx";
import type { OwnSession } from "#app/usecases/accounts/own-account.ts";

/** The browsers in which the person is signed in, each with the button that ends it. */
export function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const words = useMessages().auth.account;
  const deviceOf = (session: OwnSession) => session.device || words.unknownDevice;
  return (
    <section aria-labelledby="sessions-title">
      <h2 id="sessions-title" className="text-std-24B-150 mb-4">
        {words.sessions}
      </h2>
      <DataTable
        caption={words.sessions}
        captionHidden
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          { key: "device", header: words.device, rowHeader: true, cell: deviceOf },
          { key: "address", header: words.address, cell: (session) => session.ipAddress },
          {
            key: "started",
            header: words.started,
            cell: ({ startedAt }) => formatInstant(startedAt),
          },
          { key: "used", header: words.used, cell: ({ usedAt }) => formatInstant(usedAt) },
          {
            key: "end",
            header: words.end,
            cell: (session) =>
              session.isThis ? (
                words.thisDevice
              ) : (
                <Form method="post">
                  <input type="hidden" name="intent" value="session" />
                  <input type="hidden" name="sessionId" value={session.id} />
                  <Button look="secondary" size="small" aria-label={words.endOf(deviceOf(session))}>
                    {words.end}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
    </section>
  );
}
