import { useStrings } from "~/i18n/strings";
import { href } from "~/ui/href";
import { Page } from "~/ui/page";
import { Section } from "~/ui/section";
import { HomeFigures, type FigureFacts } from "./home-figures";
import { HomeLate, type LateFacts } from "./home-late";
import { HomeOpen, type OpenFacts } from "./home-open";
import { HomeRecent, type RecentFacts } from "./home-recent";

interface HomePageProps {
  siteName: string;
  open: { items: OpenFacts[]; total: number };
  recent: RecentFacts[];
  late: LateFacts[];
  figures: FigureFacts;
}

/** What one can do now, what came of earlier comments, and where the district is late. */
export function HomePage({ siteName, open, recent, late, figures }: HomePageProps) {
  const { home } = useStrings();
  return (
    <Page title={siteName} lead={<p>{home.lead}</p>}>
      <HomeOpen {...open} />
      <HomeRecent items={recent} />
      <HomeLate items={late} />
      <HomeFigures figures={figures} />
      <More />
    </Page>
  );
}

function More() {
  const { more } = useStrings().home;
  const links = [
    ["/track", more.track],
    ["/consultations", more.all],
    ["/feed.xml", more.feed],
    ["/timeline", more.timeline],
  ] as const;
  return (
    <Section id="more" title={more.title}>
      <ul>
        {links.map(([path, label]) => (
          <li key={path}>
            <a href={href(path)}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
