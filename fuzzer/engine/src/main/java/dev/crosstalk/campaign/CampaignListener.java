package dev.crosstalk.campaign;

/** Told of a campaign's course while it runs. Called by one thread at a time. */
public interface CampaignListener {

  /** Some four times a second, and once at the end of each target. */
  void progress(Progress progress);

  /** A finding was confirmed and its scenario saved, before it is shrunk. */
  void confirmed(Finding finding);

  /** The same finding, shrunk and saved again; its violation may be told by another call now. */
  void shrunk(Finding finding);

  /** A case did not come back: the driver spins, or stopped the world's own thread. */
  void lost(CaseDefect lost);

  /** Something of ours went wrong. */
  void defect(CaseDefect defect);
}
