CREATE INDEX IF NOT EXISTS unit_counts_by_commit ON unit_counts (commit_no);
CREATE INDEX IF NOT EXISTS promise_counts_by_commit ON promise_counts (commit_no);
CREATE INDEX IF NOT EXISTS sources_by_commit ON sources (commit_no);
CREATE INDEX IF NOT EXISTS cases_incomplete ON cases (unit, case_id) WHERE incomplete = 1;
CREATE INDEX IF NOT EXISTS cases_finished ON cases (unit, finished_at, broken) WHERE finished_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_open ON clocks (unit, due_at, case_id, clock_no, service, promise)
  WHERE is_open = 1 AND promise IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_late ON clocks (unit, due_at, case_id, clock_no, service, promise)
  WHERE is_open = 1 AND outcome = 'late' AND promise IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_at_risk ON clocks (unit, due_at, case_id, clock_no, service, promise)
  WHERE at_risk = 1 AND promise IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_longest ON clocks (unit, at_counter, start_at, case_id)
  WHERE is_open = 1 AND promise IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_queue ON clocks (unit, service, stage, clock, start_at)
  WHERE is_open = 1 AND at_counter = 1;
CREATE INDEX IF NOT EXISTS clocks_coming_risk ON clocks (at_risk_from)
  WHERE is_open = 1 AND at_risk = 0 AND outcome = 'open' AND promise IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_served ON clocks (end_at, unit, service, stage)
  WHERE clock = 'serving' AND seconds IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_by_figure_day ON clocks (unit, figure_day, due_at, case_id, clock_no)
  WHERE promise IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_by_start_day ON clocks (unit, start_day, due_at, case_id, clock_no)
  WHERE promise IS NOT NULL;
CREATE INDEX IF NOT EXISTS clocks_by_end ON clocks (unit, end_at, due_at, case_id, clock_no)
  WHERE end_at IS NOT NULL AND promise IS NOT NULL;
