// next_state.cc - see next_state.h.
#include "indexer/next_state.h"

#include <utility>

#include "index/merge.h"

namespace signpost {

void keep_findings(const Corpus& corpus, const std::vector<Diagnostic>& diagnostics, RunState& state) {
  state.documents.resize(corpus.documents.size());
  for (const Diagnostic& diagnostic : diagnostics) {
    const auto document = corpus.by_path.find(diagnostic.path);
    if (document != corpus.by_path.end()) state.documents[document->second].diagnostics.push_back(diagnostic);
  }
}

std::vector<Diagnostic> keep_unchanged(const Corpus& corpus, const RunPlan& plan, RunState& previous,
                                       PipelineResult& rendered, RunState& state) {
  std::vector<uint32_t> now(previous.documents.size(), 0);
  for (uint32_t i = 0; i < previous.documents.size(); ++i) {
    const auto found = corpus.by_path.find(previous.documents[i].info.path);
    if (found != corpus.by_path.end()) now[i] = found->second;
  }
  std::vector<Diagnostic> findings;
  for (uint32_t i = 0; i < plan.kept.size(); ++i) {
    if (!plan.kept[i]) continue;
    DocumentState& before = previous.documents[*plan.kept[i]];
    for (LinkFact& link : before.facts.links) link.target = now[link.target];
    rendered.facts[i] = std::move(before.facts);
    ++rendered.indexed;
    findings.insert(findings.end(), before.diagnostics.begin(), before.diagnostics.end());
    state.documents[i].diagnostics = std::move(before.diagnostics);
  }
  return findings;
}

void complete_state(Corpus& corpus, PipelineResult& rendered, const std::vector<DocumentPlace>& places,
                    RunState& state) {
  state.sources = std::move(corpus.states);
  state.other_files.assign(corpus.other_files.begin(), corpus.other_files.end());
  for (uint32_t i = 0; i < state.documents.size(); ++i) {
    DocumentState& document = state.documents[i];
    document.info = corpus.documents[i].info;
    document.files = corpus.documents[i].files;
    document.indexed = rendered.facts[i].has_value();
    document.place = places[i];
    if (document.indexed) document.facts = std::move(*rendered.facts[i]);
  }
}

}  // namespace signpost
