// yaml_tree.h - the one way from YAML text to a tree, and the limits that the text keeps before there is one.
// Tested by tests/unit/content/yaml_tree_test.cc.
#pragma once

#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/node/convert.h>
#include <yaml-cpp/node/detail/impl.h>
#include <yaml-cpp/node/impl.h>
#include <yaml-cpp/node/iterator.h>
#include <yaml-cpp/node/node.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "content/diagnostic.h"

namespace signpost {

inline constexpr size_t kMaxYamlBytes = 1024 * 1024;
inline constexpr int kMaxYamlDepth = 64;  // lists and maps in each other
// Keys, values, lists and maps; what an alias stands for counts each time.
inline constexpr size_t kMaxYamlNodes = 200'000;

// The first document of `text`. Throws YAML::Exception, with a place and in words, when the text is no YAML
// or is larger or deeper than that, or has an alias within what it stands for. So whoever goes over the tree,
// aliases and all, meets kMaxYamlNodes nodes and twice kMaxYamlBytes of text at most.
YAML::Node load_yaml(std::string_view text);

// What is wrong with a file of settings, each error with its place. Behind the hundredth there is one more,
// which says so.
class YamlErrors {
 public:
  // All of them must outlive it.
  YamlErrors(std::string_view text, const std::string& path, const char* rule,
             std::vector<Diagnostic>& diagnostics)
      : text_(text), path_(path), rule_(rule), diagnostics_(diagnostics) {}

  void add(const YAML::Mark& mark, const std::string& message);
  int count() const { return count_; }  // how often something was added

 private:
  std::string_view text_;
  const std::string& path_;
  const char* rule_;
  std::vector<Diagnostic>& diagnostics_;
  int count_ = 0;
};

}  // namespace signpost
