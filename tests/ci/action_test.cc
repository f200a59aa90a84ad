// action_test.cc - that action.yml is what GitHub takes for a composite action, and that it only calls
// signpost-ci.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

using ::testing::Contains;

std::string read(const std::string& name) {
  std::ifstream file(std::string(SIGNPOST_SOURCE_DIR) + "/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

YAML::Node action() { return YAML::Load(read("action.yml")); }

// The steps that signpost-ci's own help lists.
std::set<std::string> steps_of_script() {
  std::set<std::string> steps;
  const std::string script = read("packaging/signpost-ci");
  const std::regex line("\n  ([a-z]+)  +[A-Za-z]");
  for (std::sregex_iterator it(script.begin(), script.end(), line), end; it != end; ++it)
    steps.insert((*it)[1]);
  return steps;
}

TEST(Action, IsACompositeAction) {
  const YAML::Node root = action();
  for (const char* key : {"name", "description", "inputs", "outputs", "runs"}) EXPECT_TRUE(root[key]) << key;
  EXPECT_EQ(root["runs"]["using"].as<std::string>(), "composite");
  for (const auto& input : root["inputs"]) {
    EXPECT_TRUE(input.second["description"]) << input.first;
    EXPECT_TRUE(input.second["default"].IsScalar()) << input.first;
  }
}

TEST(Action, RunsNothingButTheStepsThatAreTested) {
  const std::regex call("\"\\$GITHUB_ACTION_PATH/packaging/signpost-ci\" ([a-z]+)");
  const std::set<std::string> known = steps_of_script();
  std::vector<std::string> called;
  for (const YAML::Node& step : action()["runs"]["steps"]) {
    ASSERT_TRUE(step["name"]);
    if (step["uses"]) {
      EXPECT_EQ(step["uses"].as<std::string>(), "actions/upload-artifact@v4");
      continue;
    }
    EXPECT_EQ(step["shell"].as<std::string>(), "bash");
    std::smatch match;
    const std::string run = step["run"].as<std::string>();
    ASSERT_TRUE(std::regex_match(run, match, call)) << run;
    EXPECT_THAT(known, Contains(match[1].str()));
    called.push_back(match[1]);
  }
  EXPECT_THAT(called,
              ::testing::ElementsAre("install", "check", "index", "diff", "comment", "golden", "pack"));
}

// Text of a pull request must reach a shell as a variable's value only.
TEST(Action, PutsNoExpressionIntoAShell) {
  for (const YAML::Node& step : action()["runs"]["steps"]) {
    const auto run = step["run"] ? step["run"].as<std::string>() : "";
    EXPECT_EQ(run.find("${{"), std::string::npos) << run;
  }
}

TEST(Action, UsesInputsStepsAndVariablesThatThereAre) {
  const std::string text = read("action.yml");
  const std::string script = read("packaging/signpost-ci");
  const YAML::Node root = action();
  std::set<std::string> ids;
  for (const YAML::Node& step : root["runs"]["steps"]) {
    if (step["id"]) ids.insert(step["id"].as<std::string>());
    for (const auto& variable : step["env"]) {
      const auto name = variable.first.as<std::string>();
      const bool is_read = name == "GH_TOKEN" || script.find("${" + name + ":-") != std::string::npos;
      EXPECT_TRUE(is_read) << name;
    }
  }
  std::set<std::string> used;
  const std::regex input("inputs\\.([a-z-]+)");
  for (std::sregex_iterator it(text.begin(), text.end(), input), end; it != end; ++it) used.insert((*it)[1]);
  for (const std::string& name : used) EXPECT_TRUE(root["inputs"][name]) << name;
  for (const auto& declared : root["inputs"]) EXPECT_EQ(used.count(declared.first.as<std::string>()), 1u);
  const std::regex step("steps\\.([a-z]+)");
  for (std::sregex_iterator it(text.begin(), text.end(), step), end; it != end; ++it) {
    EXPECT_EQ(ids.count((*it)[1]), 1u) << (*it)[1];
  }
}

}  // namespace
