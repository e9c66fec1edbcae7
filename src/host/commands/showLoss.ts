import { metricIds } from '../../shared/metricId';
import { type App, sessionsOf } from '../app';
import { ui } from '../ui';

/** Opens a loss of the report that is open, which a hover leads to. `metric` may be anything: links are only text. */
export function showLoss(app: App, metric: unknown): void {
  const id = metricIds.find(each => each === metric);
  const session = sessionsOf(app).find(each => each.inspection !== undefined);
  if (session === undefined) void ui.info('There is no report open.');
  else if (id !== undefined) {
    session.place.show();
    session.request({ type: 'show-loss', metric: id });
  }
}
