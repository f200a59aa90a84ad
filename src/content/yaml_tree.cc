// yaml_tree.cc - reads twice: first only the events, which count, then the tree.
// Tested by tests/unit/content/yaml_tree_test.cc.
#include "content/yaml_tree.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/node/parse.h>
#include <yaml-cpp/parser.h>

#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace signpost {
namespace {

class YamlCount : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { add_leaf(mark, anchor, 0); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                const std::string& value) override {
    add_leaf(mark, anchor, value.size());
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (anchor >= anchors_.size() || !anchors_[anchor])
      throw YAML::ParserException(mark, "an alias contains itself");
    add(mark, *anchors_[anchor]);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  struct Size {
    size_t nodes = 0;
    size_t bytes = 0;
  };
  struct Collection {
    YAML::anchor_t anchor = 0;
    Size before;  // what there was when it began
  };

  void add(const YAML::Mark& mark, Size size) {
    size_.nodes += size.nodes;
    size_.bytes += size.bytes;
    if (size_.nodes > kMaxYamlNodes)
      throw YAML::ParserException(mark, "the YAML has over " + std::to_string(kMaxYamlNodes) + " values");
    // An escape can be shorter than what it stands for, but not by that much.
    if (size_.bytes > 2 * kMaxYamlBytes)
      throw YAML::ParserException(mark, "the aliases of the YAML stand for over 2 MB");
  }

  void remember(YAML::anchor_t anchor, Size size) {
    if (anchor == 0) return;
    if (anchor >= anchors_.size()) anchors_.resize(anchor + 1);
    anchors_[anchor] = size;
  }

  void add_leaf(const YAML::Mark& mark, YAML::anchor_t anchor, size_t bytes) {
    add(mark, {1, bytes});
    remember(anchor, {1, bytes});
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (collections_.size() == kMaxYamlDepth)
      throw YAML::ParserException(mark, "the YAML is nested over " + std::to_string(kMaxYamlDepth) + " deep");
    collections_.push_back({anchor, size_});
    add(mark, {1, 0});
  }

  void close() {
    const Collection& done = collections_.back();
    remember(done.anchor, {size_.nodes - done.before.nodes, size_.bytes - done.before.bytes});
    collections_.pop_back();
  }

  Size size_;
  std::vector<Collection> collections_;       // those that are open
  std::vector<std::optional<Size>> anchors_;  // by number, from 1; nullopt while it is open
};

}  // namespace

YAML::Node load_yaml(std::string_view text) {
  if (text.size() > kMaxYamlBytes)
    throw YAML::ParserException(YAML::Mark::null_mark(), "the YAML is over 1 MB");
  const std::string copy(text);
  std::istringstream events(copy);
  YamlCount count;
  YAML::Parser(events).HandleNextDocument(count);
  return YAML::Load(copy);
}

void YamlErrors::add(const YAML::Mark& mark, const std::string& message) {
  constexpr int kMost = 100;
  if (++count_ > kMost + 1) return;
  Diagnostic error{Severity::error, path_, 0, 0, rule_, count_ > kMost ? "and more errors" : message};
  if (mark.line >= 0) {
    error.line = mark.line + 1;
    error.column = column_in_characters(text_, error.line, mark.column + 1);
  }
  diagnostics_.push_back(std::move(error));
}

}  // namespace signpost
