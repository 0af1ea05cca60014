import { useStrings } from "~/i18n/strings";
import { href } from "~/ui/href";

export interface Task {
  label: string;
  hint: string;
  href: string;
}

interface HomeTasksProps {
  open: number;
  hasResults: boolean;
  others?: Task[];
}

/** The next step in plain words, large enough for anyone: what most people come for. */
export function HomeTasks({ open, hasResults, others = [] }: HomeTasksProps) {
  const { tasks } = useStrings().home;
  const items: Task[] = [
    ...(open > 0 ? [{ label: tasks.comment, hint: tasks.commentHint(open), href: "/consultations?state=open" }] : []),
    ...others,
    { label: tasks.track, hint: tasks.trackHint, href: "/track" },
    ...(hasResults ? [{ label: tasks.results, hint: tasks.resultsHint, href: "#recent" }] : []),
  ];
  return (
    <nav className="tasks" aria-label={tasks.label}>
      <ul>
        {items.map((task) => (
          <li key={task.href}>
            <a href={href(task.href)}>
              <span className="task-label">{task.label}</span>
              <span className="task-hint">{task.hint}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
