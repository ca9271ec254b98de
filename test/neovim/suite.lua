-- Runs inside Neovim with the set-up of docs/editors.md, in a folder that holds samples/before. Writes one event per line.

local results = assert(io.open(vim.env.ROLECHAIN_RESULTS, 'w'))

local function tell(event)
  results:write(vim.fn.json_encode(event), '\n')
  results:flush()
end

local function test(title, body)
  local start = vim.loop.hrtime()
  local passed, problem = xpcall(body, debug.traceback)
  local event = { kind = passed and 'pass' or 'fail', title = { 'Neovim', title }, file = 'test/neovim/suite.lua' }
  if passed then
    event.duration = (vim.loop.hrtime() - start) / 1e6
  else
    event.error = tostring(problem)
  end
  tell(event)
end

local function show(value)
  return vim.inspect(value):sub(1, 2000)
end

local function assert_equal(actual, expected, what)
  assert(vim.deep_equal(actual, expected), ('%s: expected %s, got %s'):format(what, show(expected), show(actual)))
end

--- Handles what comes in until there is an answer.
local function wait_for(what, find)
  local found
  assert(vim.wait(30000, function()
    found = find()
    return found ~= nil
  end, 10), what .. ' did not come within 30 s')
  return found
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n'
end

local function open(file)
  vim.cmd('edit! ' .. file)
  return vim.api.nvim_get_current_buf()
end

--- The first finding of a rule, once it is there.
local function finding(buffer, rule)
  return wait_for(rule, function()
    for _, each in ipairs(vim.diagnostic.get(buffer)) do
      local code = each.code or (each.user_data and each.user_data.lsp and each.user_data.lsp.code)
      if code == rule then return each end
    end
  end)
end

local function text_at(buffer, at)
  local lines = vim.api.nvim_buf_get_lines(buffer, at.lnum, at.end_lnum + 1, false)
  assert_equal(#lines, 1, 'lines of the range')
  return lines[1]:sub(at.col + 1, at.end_col)
end

--- Puts the cursor behind a text and says where that is, as a request does.
local function go_behind(buffer, text)
  local whole = text_of(buffer)
  local _, last = whole:find(text, 1, true)
  assert(last, 'not in the text: ' .. text)
  local before = vim.split(whole:sub(1, last), '\n')
  vim.api.nvim_win_set_cursor(0, { #before, #before[#before] })
  return {
    textDocument = { uri = vim.uri_from_bufnr(buffer) },
    position = { line = #before - 1, character = #before[#before] },
  }
end

local function request(buffer, method, params)
  local answers, problem = vim.lsp.buf_request_sync(buffer, method, params, 30000)
  assert(answers, method .. ': ' .. tostring(problem))
  local _, answer = next(answers)
  assert(answer and answer.err == nil, method .. ': ' .. show(answer))
  return answer.result
end

local function set_text(buffer, text)
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(text, '\n'))
end

-- The cursor may stand behind the last character of a line, as in insert mode.
vim.o.virtualedit = 'onemore'

local function press(keys, mode)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), mode, false)
end

--- Asks for completion behind the cursor as a person does, takes this word, and answers all that were offered.
local function complete(word)
  local words = {}
  local start = vim.loop.hrtime()
  local timer = vim.loop.new_timer()
  timer:start(20, 20, vim.schedule_wrap(function()
    if timer:is_closing() then return end
    local items = vim.fn.complete_info({ 'items' }).items
    if #items == 0 and vim.loop.hrtime() - start < 30e9 then return end
    timer:close()
    words = vim.tbl_map(function(item) return item.word end, items)
    -- What alone is offered is written without a menu.
    for index, each in ipairs(vim.fn.pumvisible() == 1 and words or {}) do
      if each == word then
        press(('<C-n>'):rep(index - 1) .. '<C-y>', 'n')
        break
      end
    end
    press('<Esc>', 'n')
  end))
  -- Stays in insert mode until the timer ends it.
  press('i<C-x><C-o>', 'x!')
  return words
end

local open_service = 'lambda.amazonaws.com may assume this role on behalf of anyone who can hand it the role.'
  .. ' Add a condition on `aws:SourceArn`.'

test('reports what is open in a template, with the very words underlined', function()
  local buffer = open('source-account.yaml')
  local found = finding(buffer, 'trust-missing-source-arn')
  assert_equal(found.message, open_service, 'message')
  assert_equal(found.source, 'rolechain', 'source')
  assert_equal(found.severity, vim.diagnostic.severity.WARN, 'severity')
  assert_equal(text_at(buffer, found), 'lambda.amazonaws.com', 'range')
end)

test('reports what is open in a policy', function()
  local buffer = open('source-role.trust.json')
  local found = finding(buffer, 'trust-missing-source-arn')
  assert_equal(found.message, open_service, 'message')
  assert_equal({ found.lnum, found.col, found.end_lnum, found.end_col }, { 6, 19, 6, 41 }, 'range')
end)

test('offers actions where one is half typed', function()
  local buffer = open('half.json')
  set_text(buffer, '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow", "Action": "sts:Ass" }\n  ]\n}')
  local list = request(buffer, 'textDocument/completion', go_behind(buffer, 'sts:Ass'))
  assert(vim.tbl_contains(vim.tbl_map(function(item) return item.label end, list.items), 'sts:AssumeRole'), show(list))
end)

test('writes what is chosen from the menu of completion', function()
  local buffer = open('menu.json')
  set_text(buffer, '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow", "Action": "sts:Ass" }\n  ]\n}')
  go_behind(buffer, 'sts:Ass')
  local words = complete('sts:AssumeRole')
  assert(vim.tbl_contains(words, 'sts:AssumeRole'), show(words))
  assert(text_of(buffer):find('"Action": "sts:AssumeRole" }', 1, true), text_of(buffer))
end)

test('completes in a template too', function()
  local buffer = open('half.yaml')
  set_text(buffer, table.concat({
    'Resources:',
    '  Role:',
    '    Type: AWS::IAM::Role',
    '    Properties:',
    '      AssumeRolePolicyDocument:',
    "        Version: '2012-10-17'",
    '        Statement:',
    '          - Effect: Allow',
    '            Princ',
    '            Action: sts:AssumeRole',
  }, '\n'))
  go_behind(buffer, 'Princ')
  local words = complete('Principal:')
  assert_equal(words, { 'Principal:' }, 'words')
  assert(text_of(buffer):find('\n            Principal:\n            Action:', 1, true), show(text_of(buffer)))
end)

test('tells of a hop to a role in a file that is not open', function()
  local buffer = open('source-account.yaml')
  local place = go_behind(buffer, 'role/SecurityOperations/Security')
  local definition = request(buffer, 'textDocument/definition', place)
  assert_equal(vim.fn.fnamemodify(vim.uri_to_fname((definition[1].targetUri or definition[1].uri)), ':t'),
    'target-account.yaml', 'definition')
  local hover = request(buffer, 'textDocument/hover', place)
  assert(hover.contents.value:find('SecurityAutoremediation', 1, true), show(hover))
end)

test('shows lines over roles that run no command of VS Code', function()
  local buffer = open('source-account.yaml')
  local lenses = request(buffer, 'textDocument/codeLens', { textDocument = { uri = vim.uri_from_bufnr(buffer) } })
  assert(#lenses > 0, 'no line')
  for _, lens in ipairs(lenses) do assert_equal(lens.command.command, '', 'command') end
end)

test('fixes a finding by a code action', function()
  local buffer = open('source-account.yaml')
  local found = finding(buffer, 'trust-missing-source-arn')
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col + 1 })
  local titles
  vim.ui.select = function(items, options, choose)
    titles = vim.tbl_map(options.format_item, items)
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  wait_for('the menu of code actions', function() return titles end)
  assert_equal(titles[1], 'Pin lambda.amazonaws.com to its source: add aws:SourceArn (test before rollout)', 'title')
  wait_for('the fix', function() return text_of(buffer):find('function:s3-autoremediation', 1, true) end)
  wait_for('the finding to go', function()
    for _, each in ipairs(vim.diagnostic.get(buffer)) do
      if each.message == open_service then return nil end
    end
    return true
  end)
end)

test('complains of nothing', function()
  local messages = vim.api.nvim_exec('messages', true)
  assert(not messages:find('E%d+:') and not messages:lower():find('error'), messages)
end)

tell({ kind = 'end' })
results:close()
vim.cmd('qall!')
