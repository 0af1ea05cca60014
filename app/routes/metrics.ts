import type { LoaderFunctionArgs } from "@remix-run/node";
import { consultationCounts } from "~/consultations/figures.server";
import { countQueuedNotices } from "~/notifications/count-queued.server";
import { depsOf } from "~/platform/deps.server";
import { processGauges, prometheusText, type Gauge } from "~/platform/health.server";
import { timelineHead } from "~/timeline/queries.server";

/** For the operators' watch: sizes and counts that say nothing of any person, so anyone may read them. */
export async function loader({ context }: LoaderFunctionArgs) {
  const deps = depsOf(context);
  const gauges: Gauge[] = [...processGauges()];
  const { seq } = await timelineHead(deps);
  gauges.push({ name: "yishiting_timeline_seq", help: "Number of the last event.", value: seq });
  for (const [state, value] of Object.entries(await consultationCounts(deps)))
    gauges.push({ name: "yishiting_consultations", help: "Public consultations by state.", value, labels: { state } });
  for (const [channel, value] of await countQueuedNotices(deps))
    gauges.push({ name: "yishiting_notices_queued", help: "Notices that wait.", value, labels: { channel } });
  return new Response(prometheusText(gauges), {
    headers: { "Content-Type": "text/plain; version=0.0.4; charset=utf-8", "Cache-Control": "no-store" },
  });
}
