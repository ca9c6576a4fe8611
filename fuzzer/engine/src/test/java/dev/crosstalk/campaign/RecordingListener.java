package dev.crosstalk.campaign;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps what a campaign tells, and may do something as soon as it is told. */
final class RecordingListener implements CampaignListener {
  final List<Progress> progress = new CopyOnWriteArrayList<>();
  final List<Finding> confirmed = new CopyOnWriteArrayList<>();
  final List<Finding> shrunk = new CopyOnWriteArrayList<>();
  final List<CaseDefect> defects = new CopyOnWriteArrayList<>();
  final List<CaseDefect> lost = new CopyOnWriteArrayList<>();
  private volatile Consumer<Progress> onProgress = told -> {};
  private volatile Consumer<Finding> onConfirmed = finding -> {};

  RecordingListener onProgress(Consumer<Progress> task) {
    onProgress = task;
    return this;
  }

  RecordingListener onConfirmed(Consumer<Finding> task) {
    onConfirmed = task;
    return this;
  }

  @Override
  public void progress(Progress told) {
    progress.add(told);
    onProgress.accept(told);
  }

  @Override
  public void confirmed(Finding finding) {
    confirmed.add(finding);
    onConfirmed.accept(finding);
  }

  @Override
  public void shrunk(Finding finding) {
    shrunk.add(finding);
  }

  @Override
  public void lost(CaseDefect gone) {
    lost.add(gone);
  }

  @Override
  public void defect(CaseDefect defect) {
    defects.add(defect);
  }
}
