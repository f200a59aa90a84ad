// versions.h - which versions of a product an article applies to, and which one a query names.
// Tested by tests/unit/content/versions_test.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace signpost {

// A version is numbers with dots between, "3.1.2", with "v" in front or not. It stands for all that begin
// with it, as "3.1.x" and "3.1.*" do. A range is one version, or conditions that all hold: ">= 3.1", "> 2 <
// 4".
// ">" and "<=" count what begins with their version as that version: "> 3.1" begins at 3.2.
bool is_version_range(std::string_view text);

// Whether something of the version or range `asked` is in one of the ranges: "3" is in ">= 3.1". True where
// there are no ranges: an article that says nothing applies to all. REQUIRES: each is_version_range().
bool applies(const std::vector<std::string>& ranges, std::string_view asked);

// What tells articles apart that apply to different versions: versions and ranges, newest first, to each of
// which the same of them apply from its beginning to its end; as "3" and "2" for ">= 2 < 4" and "3.x". Each
// article as in applies(). Empty where all that say versions apply to the same ones.
std::vector<std::string> telling_versions(const std::vector<std::vector<std::string>>& articles);

// The first version in a range and the first behind it; "" where there is none. REQUIRES: is_version_range().
struct VersionLimits {
  std::string from;
  std::string before;
};
VersionLimits limits_of(std::string_view range);

// The versions that somebody asks about, in order, without "v": numbers with a dot in between that are no
// amount (amounts.h), and all that have "v" in front or the word for version beside ("version 3", "3 버전",
// "バージョン3").
std::vector<std::string> versions_in(std::string_view query);

}  // namespace signpost
