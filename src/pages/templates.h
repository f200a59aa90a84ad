// templates.h - the page templates of web/templates: read and parsed once, filled from JSON.
// Tested by tests/unit/pages/templates_test.cc.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "api/json.h"

namespace signpost {

// Values that many pages share (texts, site, asset URLs), converted once.
class TemplateData {
 public:
  explicit TemplateData(const Json& values);
  ~TemplateData();
  TemplateData(TemplateData&&) noexcept;
  TemplateData& operator=(TemplateData&&) noexcept;

 private:
  friend class Templates;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Mustache templates; {{x}} is HTML-escaped, {{{x}}} is not. What is empty counts as false: null, false, ""
// and empty lists. Safe to use from many threads.
class Templates {
 public:
  // Reads DIR/*.html; "{{> name}}" includes another one of them. Throws Error{not_found, corrupt} for a
  // directory without templates, an unknown or circular include, or a syntax error, naming the file.
  explicit Templates(const std::string& dir);
  ~Templates();

  bool has(const std::string& name) const;
  // `view` is looked up before `shared`. Throws Error{internal} when there is no such template.
  std::string render(const std::string& name, const TemplateData& shared, const Json& view) const;
  // Changes when any template does.
  const std::string& version() const { return version_; }

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
  std::string version_;
};

}  // namespace signpost
