package dev.crosstalk.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Hands a campaign's events to its listener, one at a time, and keeps its defects. */
final class CampaignEvents {
  private static final long PROGRESS_NANOS = 250_000_000;

  private final CampaignListener listener;
  private final List<CaseDefect> defects = new ArrayList<>();
  private long progressNanos = System.nanoTime();

  CampaignEvents(CampaignListener listener) {
    this.listener = listener;
  }

  synchronized void progress(Progress progress) {
    progressNanos = System.nanoTime();
    listener.progress(progress);
  }

  synchronized void progressNowAndThen(Supplier<Progress> progress) {
    if (System.nanoTime() - progressNanos >= PROGRESS_NANOS) {
      progress(progress.get());
    }
  }

  synchronized void confirmed(Finding finding) {
    listener.confirmed(finding);
  }

  synchronized void shrunk(Finding finding) {
    listener.shrunk(finding);
  }

  synchronized void lost(CaseDefect lost) {
    listener.lost(lost);
  }

  synchronized void defect(CaseDefect defect) {
    defects.add(defect);
    listener.defect(defect);
  }

  synchronized List<CaseDefect> defects() {
    return List.copyOf(defects);
  }
}
