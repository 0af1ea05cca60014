import { useStrings } from "~/i18n/strings";
import { OnlyChineseNote } from "~/ui/only-chinese";
import { TitleText } from "~/ui/title-text";
import { HomeBrought, type BroughtFacts } from "./home-brought";
import { HomeFigures, type FigureFacts } from "./home-figures";
import { HomeLate, type LateFacts } from "./home-late";
import { HomeOpen, type OpenFacts } from "./home-open";
import { HomePolicies, type PolicyFacts } from "./home-policies";
import { HomeRecent, type RecentFacts } from "./home-recent";
import { HomeReplies, type ReplyFacts } from "./home-replies";
import { HomeTasks, type Task } from "./home-tasks";

interface HomePageProps {
  open: { items: OpenFacts[]; total: number };
  recent: RecentFacts[];
  brought: BroughtFacts | null;
  late: LateFacts[];
  figures: FigureFacts;
  /** What other parts of the site let people do; shown beside commenting and tracking. */
  tasks?: Task[];
  policies?: PolicyFacts[];
  replies?: ReplyFacts;
}

/** What one can do now, what came of earlier comments, and how well the district answers. */
export function HomePage(props: HomePageProps) {
  const { open, recent, brought, late, figures, tasks, policies, replies } = props;
  const { home } = useStrings();
  return (
    <div className="page home">
      <header className="home-head">
        <h1>
          <TitleText text={home.title} />
        </h1>
        <p className="lead">{home.lead}</p>
        <OnlyChineseNote />
      </header>
      <HomeTasks open={open.total} hasResults={recent.length > 0} others={tasks} />
      <div className="home-main" id="page-body">
        <HomeOpen {...open} />
        <HomeRecent items={recent}>{brought && <HomeBrought brought={brought} />}</HomeRecent>
        <HomePolicies items={policies} />
      </div>
      <div className="home-side">
        <HomeLate items={late} />
        <HomeFigures figures={figures} />
        <HomeReplies replies={replies} />
      </div>
    </div>
  );
}
