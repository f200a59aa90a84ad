// sitemap.cc - see sitemap.h.
#include "index/sitemap.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "base/error.h"
#include "base/escape.h"
#include "base/file_io.h"
#include "index/generation_files.h"

namespace signpost {
namespace {

constexpr std::string_view kProlog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view kOpenPages =
    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
    "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
constexpr std::string_view kClosePages = "</urlset>\n";
constexpr std::string_view kOpenList =
    "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
constexpr std::string_view kCloseList = "</sitemapindex>\n";

std::string last_change(std::string_view updated) {
  return updated.empty() ? "" : "<lastmod>" + html_escaped(updated) + "</lastmod>";
}

}  // namespace

SitemapWriter::SitemapWriter(const Site& site, const std::string& generation_dir, SitemapLimits limits)
    : base_url_(site.base_url), dir_(generation_dir), limits_(limits) {
  if (base_url_.empty()) return;
  std::error_code error;
  std::filesystem::create_directories(dir_ + "/" + kSitemapFolder, error);
  if (error)
    throw Error(ErrorKind::io, "cannot create " + dir_ + "/" + kSitemapFolder + ": " + error.message());
}

std::string SitemapWriter::file_name(uint32_t number) const {
  char name[24];
  std::snprintf(name, sizeof name, "/%06u.xml", number);
  return kSitemapFolder + std::string(name);
}

void SitemapWriter::add(std::string_view path, std::string_view updated, const Alternates& alternates) {
  if (base_url_.empty()) return;
  std::string entry =
      "<url><loc>" + html_escaped(base_url_) + html_escaped(path) + "</loc>" + last_change(updated);
  for (const auto& [lang, alternate] : alternates) {
    entry += "<xhtml:link rel=\"alternate\" hreflang=\"" + html_escaped(lang) + "\" href=\"" +
             html_escaped(base_url_) + html_escaped(alternate) + "\"/>";
  }
  entry += "</url>\n";
  if (addresses_ > 0 && (addresses_ >= limits_.addresses || part_.size() + entry.size() > limits_.bytes))
    write_part();
  part_ += entry;
  ++addresses_;
  newest_ = std::max(newest_, std::string(updated));
}

void SitemapWriter::write_part() {
  written_.push_back(std::move(newest_));
  AppendFile file(dir_ + "/" + file_name(static_cast<uint32_t>(written_.size())));
  for (const std::string_view bytes : {kProlog, kOpenPages, std::string_view(part_), kClosePages})
    file.append(bytes);
  file.close();
  part_.clear();
  addresses_ = 0;
  newest_.clear();
}

void SitemapWriter::finish() {
  if (base_url_.empty()) return;
  std::string bytes(kProlog);
  if (written_.empty()) {
    bytes.append(kOpenPages).append(part_).append(kClosePages);
  } else {
    if (addresses_ > 0) write_part();
    bytes += kOpenList;
    for (uint32_t i = 0; i < written_.size(); ++i) {
      bytes += "<sitemap><loc>" + html_escaped(base_url_) + "/" + file_name(i + 1) + "</loc>" +
               last_change(written_[i]) + "</sitemap>\n";
    }
    bytes += kCloseList;
  }
  write_file(dir_ + "/" + file_name(0), bytes);
}

}  // namespace signpost
